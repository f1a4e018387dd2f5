package dev.ticketkit.core.internal.automation.check;

import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.automation.AutomationWarning.Kind;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Starter.TicketCreated;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.automation.Step.MessageStep;
import dev.ticketkit.core.automation.Step.OpenStep;
import dev.ticketkit.core.automation.Step.TriggerStep;
import dev.ticketkit.core.automation.Step.UpdateStep;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.text.TextRule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the steps of one automation, in order: an Open step gives those after it a ticket. */
final class StepCheck {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private final Starter starter;
    private final Literals literals;
    private final List<AutomationWarning> warnings;
    private final KnownFields known;

    StepCheck(Starter starter, Literals literals, @Nullable Set<String> ofHost, List<AutomationWarning> warnings) {
        this.starter = starter;
        this.literals = literals;
        this.warnings = warnings;
        this.known = new KnownFields(starter, ofHost, warnings);
    }

    void check(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            String path = "steps[" + i + "]";
            Step step = steps.get(i);
            if (step instanceof OpenStep open) {
                open(path, open);
            } else if (step instanceof UpdateStep update) {
                update(path, update);
            } else if (step instanceof MessageStep message) {
                message(path, message);
            } else if (step instanceof TriggerStep trigger) {
                requireTicket(path);
                trigger.parameters().forEach((name, value) -> known.literal(path + ".parameters", value));
            }
        }
    }

    private void open(String path, OpenStep step) {
        ifLiteral(known.literalOfOpening(path + ".title", step.title()), path + ".title", literals::title);
        ifLiteral(
                known.literalOfOpening(path + ".description", step.description()),
                path + ".description",
                literals::description);
        ifLiteral(known.literalOfOpening(path + ".reference", step.reference()), path + ".reference", this::fixed);
        ifLiteral(known.literalOfOpening(path + ".status", step.status()), path + ".status", literals::status);
        ifLiteral(known.literalOfOpening(path + ".priority", step.priority()), path + ".priority", literals::priority);
        ifLiteral(known.literalOfOpening(path + ".category", step.category()), path + ".category", literals::category);
        if (starter instanceof TicketCreated) {
            warnings.add(new AutomationWarning(
                    Kind.OPENS_WHEN_OPENED, path, "opens a ticket whenever a ticket is opened; is that meant?"));
        }
        known.ticketWasOpened();
    }

    private void fixed(String path, String reference) {
        literals.reference(path, reference);
        warnings.add(new AutomationWarning(
                Kind.FIXED_REFERENCE,
                path,
                "is always the same, so every opening after the first would fail; leave it empty or use a field"));
    }

    private void update(String path, UpdateStep step) {
        boolean changes = step.owner() != null
                || Stream.of(step.status(), step.priority(), step.category()).anyMatch(StepCheck::isGiven);
        if (!changes) {
            throw new RefusedException(path, "changes nothing; give it a status, priority, category or owner");
        }
        ifLiteral(known.literal(path + ".ticket", step.ticket()), path + ".ticket", literals::reference);
        ifLiteral(known.literal(path + ".status", step.status()), path + ".status", literals::status);
        ifLiteral(known.literal(path + ".priority", step.priority()), path + ".priority", literals::priority);
        ifLiteral(known.literal(path + ".category", step.category()), path + ".category", literals::category);
    }

    private void message(String path, MessageStep step) {
        if (!isGiven(step.template()) && !isGiven(step.text())) {
            throw new RefusedException(path, "needs a template, a text or both");
        }
        String language = step.language();
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new RefusedException(path + ".language", "must be a language tag, such as it or pt-BR");
        }
        requireTicket(path);
        for (int i = 0; i < step.parameters().size(); i++) {
            known.literal(path + ".parameters[" + i + "]", step.parameters().get(i));
        }
        known.literal(path + ".text", step.text());
    }

    private void requireTicket(String path) {
        if (!known.hasTicket()) {
            throw new RefusedException(path, "there is no ticket yet; put an Open ticket step before it");
        }
    }

    private static void ifLiteral(@Nullable String literal, String path, LiteralCheck check) {
        if (literal != null) {
            check.check(path, literal);
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !TextRule.isBlank(text);
    }

    /** Refuses a value, naming its place. */
    private interface LiteralCheck {
        void check(String path, String literal);
    }
}
