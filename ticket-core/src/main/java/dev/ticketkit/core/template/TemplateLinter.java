package dev.ticketkit.core.template;

import dev.ticketkit.core.internal.validation.Required;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is suspicious in a template before anybody renders it. Immutable. */
public final class TemplateLinter {
    private final DeclaredFields declared;
    private final boolean opening;

    private TemplateLinter(DeclaredFields declared, boolean opening) {
        this.declared = declared;
        this.opening = opening;
    }

    /** For the text of a step that opens a ticket: every name that starts with {@code TICKET_} is forbidden, declared or not. */
    public static TemplateLinter forOpening(DeclaredFields declared) {
        return new TemplateLinter(Required.argument(declared, "declared"), true);
    }

    /** For every other text. */
    public static TemplateLinter of(DeclaredFields declared) {
        return new TemplateLinter(Required.argument(declared, "declared"), false);
    }

    /**
     * What there is to say, in the order of the text and once for each place. A default in the template, an empty one too, answers for a
     * field that may be empty; it does not make an unknown field known, because that may be a slip of the pen.
     */
    public List<TemplateFinding> lint(Template template) {
        List<TemplateFinding> findings = new ArrayList<>();
        for (TemplateField field : template.fields()) {
            TemplateFinding.Kind kind = problem(field);
            if (kind != null) {
                findings.add(new TemplateFinding(kind, field.name(), field.position()));
            }
        }
        return List.copyOf(findings);
    }

    private TemplateFinding.@Nullable Kind problem(TemplateField field) {
        if (opening && FieldName.isReserved(field.name())) {
            return TemplateFinding.Kind.FORBIDDEN;
        }
        return switch (declared.presence(field.name())) {
            case ALWAYS -> null;
            case SOMETIMES -> field.defaultText() == null ? TemplateFinding.Kind.POSSIBLY_EMPTY : null;
            case NEVER -> TemplateFinding.Kind.UNKNOWN;
        };
    }
}
