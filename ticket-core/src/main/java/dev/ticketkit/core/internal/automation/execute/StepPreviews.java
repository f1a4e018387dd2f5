package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.automation.Step.MessageStep;
import dev.ticketkit.core.automation.Step.OpenStep;
import dev.ticketkit.core.automation.Step.TriggerStep;
import dev.ticketkit.core.automation.Step.UpdateStep;
import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.core.template.FieldValues;
import dev.ticketkit.core.template.MissingField;
import dev.ticketkit.core.template.Rendering;
import dev.ticketkit.core.template.Template;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of an automation would do, as texts. Nothing is written and nothing is sent. Steps after one that opens a ticket show its
 * fields as they are written, {@code %%TICKET_REFERENCE%%}: there is no such ticket.
 */
public final class StepPreviews {
    private final ExecutionSettings parts;
    private final Occurrence occurrence;
    private final ExecutionFields fields;
    private @Nullable ExecutionTicket ticket;
    private boolean opened;

    /** Previews of one occurrence, in words that were read for others too. */
    StepPreviews(ExecutionSettings parts, Occurrence occurrence, ExecutionFields.Words words) {
        this.parts = parts;
        this.occurrence = occurrence;
        this.fields = new ExecutionFields(parts, occurrence, words);
        Ticket then = occurrence.ticket();
        this.ticket = then == null ? null : new ExecutionTicket(then, occurrence.oldStatus());
    }

    /** One for each step, in order; those after one that would have failed are left out. */
    public List<StepPreview> of(Automation automation) {
        List<StepPreview> previews = new ArrayList<>();
        for (Step step : automation.steps()) {
            StepPreview preview = of(step);
            previews.add(preview);
            if (preview.problem() != null) {
                break;
            }
        }
        return previews;
    }

    private StepPreview of(Step step) {
        Map<String, String> values = new TreeMap<>();
        String kind = kindOf(step);
        try {
            describe(step, values);
            return StepPreview.of(kind, values, null);
        } catch (RefusedException e) {
            return StepPreview.of(kind, values, e.getMessage());
        }
    }

    private void describe(Step step, Map<String, String> values) {
        if (step instanceof OpenStep open) {
            put(values, "title", open.title(), fields.outside());
            put(values, "description", open.description(), fields.outside());
            put(values, "reference", open.reference(), fields.outside());
            put(values, "status", open.status(), fields.outside());
            put(values, "priority", open.priority(), fields.outside());
            put(values, "category", open.category(), fields.outside());
            ticket = null;
            opened = true;
        } else if (step instanceof UpdateStep update) {
            FieldValues own = fields.with(ticket, Locale.ROOT);
            put(values, "ticket", update.ticket(), own);
            put(values, "status", update.status(), own);
            put(values, "priority", update.priority(), own);
            put(values, "category", update.category(), own);
            Party owner = update.owner();
            if (owner != null) {
                values.put("owner", owner.id());
            }
        } else if (step instanceof MessageStep message) {
            describe(message, values);
        } else {
            TriggerStep trigger = (TriggerStep) step;
            values.put("name", String.valueOf(trigger.name()));
            FieldValues own = fields.with(ticket, Locale.ROOT);
            trigger.parameters().forEach((name, text) -> values.put("parameter " + name, render(text, own, softly())));
        }
    }

    private void describe(MessageStep message, Map<String, String> values) {
        TenantSettings settings = parts.tenants().apply(occurrence.tenant());
        String tag = message.language() != null
                ? message.language()
                : occurrence.contact().language();
        Locale language = tag == null ? settings.language() : Locale.forLanguageTag(tag);
        FieldValues own = fields.with(ticket, language);
        Rendering reader = Rendering.forReader(language, settings.zone()).whenMissing(missing(MissingField.EMPTY_TEXT));
        values.put("contact", occurrence.contact().id());
        values.put("language", language.toLanguageTag());
        if (message.template() != null) {
            values.put("template", message.template());
        }
        for (int i = 0; i < message.parameters().size(); i++) {
            values.put("parameter " + (i + 1), render(message.parameters().get(i), own, reader));
        }
        if (message.text() != null) {
            values.put("text", render(message.text(), own, reader));
        }
    }

    private void put(Map<String, String> values, String name, @Nullable String text, FieldValues own) {
        if (text != null) {
            values.put(name, render(text, own, Rendering.raw().whenMissing(missing(MissingField.FAIL))));
        }
    }

    private Rendering softly() {
        return Rendering.raw().whenMissing(missing(MissingField.EMPTY_TEXT));
    }

    private MissingField missing(MissingField usual) {
        return opened ? MissingField.KEEP : usual;
    }

    private static String render(String text, FieldValues own, Rendering rendering) {
        return Template.parse(text).render(own, rendering);
    }

    private static String kindOf(Step step) {
        if (step instanceof OpenStep) {
            return "openTicket";
        }
        if (step instanceof UpdateStep) {
            return "updateTicket";
        }
        return step instanceof MessageStep ? "sendMessage" : "dispatchTrigger";
    }
}
