package dev.ticketkit.core.internal.automation.check;

import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.automation.AutomationWarning.Kind;
import dev.ticketkit.core.automation.DeclaredField;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Starter.Fired;
import dev.ticketkit.core.automation.Starter.StatusChanged;
import dev.ticketkit.core.template.DeclaredFields;
import dev.ticketkit.core.template.FieldValues;
import dev.ticketkit.core.template.Rendering;
import dev.ticketkit.core.template.Template;
import dev.ticketkit.core.template.TemplateFinding;
import dev.ticketkit.core.template.TemplateLinter;
import dev.ticketkit.core.template.TicketFields;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.text.TextRule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields a step can count on, as an automation comes to it, and the texts that use them. */
final class KnownFields {
    private final List<AutomationWarning> warnings;
    private DeclaredFields declared;
    private boolean hasTicket;

    /** @param ofHost the names of the host's own source of fields; null when every name may be one */
    KnownFields(Starter starter, @Nullable Set<String> ofHost, List<AutomationWarning> warnings) {
        this.warnings = warnings;
        this.hasTicket = !(starter instanceof Fired);
        DeclaredFields hosts = ofHost(ofHost);
        this.declared = starter instanceof Fired fired ? given(fired, hosts) : ofEvent(starter, hosts, ofHost);
    }

    /** What is known of a contact may be missing of another. */
    private static DeclaredFields ofHost(@Nullable Set<String> names) {
        if (names == null) {
            return DeclaredFields.none().withOthersPossible();
        }
        DeclaredFields declared = DeclaredFields.none();
        for (String name : names) {
            declared = declared.withOptional(name);
        }
        return declared;
    }

    /** What is given goes before what the host's source has. A name that neither has may be a slip of the pen. */
    private static DeclaredFields given(Fired fired, DeclaredFields hosts) {
        DeclaredFields declared = hosts;
        for (DeclaredField field : fired.fields()) {
            String name = Objects.requireNonNull(field.name(), "name");
            declared = field.optional() ? declared.withOptional(name) : declared.with(name);
        }
        return declared;
    }

    /** Without names of the host any other may come from it one day, and is only said to be empty perhaps. */
    private static DeclaredFields ofEvent(Starter starter, DeclaredFields hosts, @Nullable Set<String> ofHost) {
        DeclaredFields ticket =
                starter instanceof StatusChanged ? hosts.withTicketOfStatusChange() : hosts.withTicket();
        return ofHost == null || ofHost.isEmpty() ? ticket.withOthersPossible() : ticket;
    }

    boolean hasTicket() {
        return hasTicket;
    }

    void ticketWasOpened() {
        hasTicket = true;
        declared = declared.withTicket();
    }

    /** Checks a text; says what it always renders to, or null when that depends on fields, or it is blank. */
    @Nullable String literal(String path, @Nullable String text) {
        return literal(path, text, TemplateLinter.of(declared));
    }

    /** As {@link #literal}, for a text of an Open step. */
    @Nullable String literalOfOpening(String path, @Nullable String text) {
        return literal(path, text, TemplateLinter.forOpening(declared));
    }

    private @Nullable String literal(String path, @Nullable String text, TemplateLinter linter) {
        if (text == null || TextRule.isBlank(text)) {
            return null;
        }
        Template[] parsed = new Template[1];
        Literals.at(path, () -> parsed[0] = Template.parse(text));
        Template template = parsed[0];
        linter.lint(template).forEach(finding -> judge(path, finding));
        return template.fields().isEmpty() ? template.render(FieldValues.none(), Rendering.raw()) : null;
    }

    private void judge(String path, TemplateFinding finding) {
        if (finding.kind() == TemplateFinding.Kind.POSSIBLY_EMPTY) {
            warnings.add(new AutomationWarning(Kind.POSSIBLY_EMPTY, path, finding.message()));
            return;
        }
        boolean early = !hasTicket && finding.field().startsWith(TicketFields.PREFIX);
        boolean unknown = finding.kind() == TemplateFinding.Kind.UNKNOWN;
        throw new RefusedException(
                path,
                early && unknown
                        ? finding.field() + " has no value, there is no ticket yet; put an Open ticket step before it"
                        : finding.message());
    }
}
