package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing an automation does. Texts may hold dynamic fields, {@code %%NAME%%}: see {@link dev.ticketkit.core.template.Template} for how they
 * are written and {@link dev.ticketkit.core.template.TicketFields} for those of the ticket. Fields of the contact, its name for one, come from
 * the host's {@link dev.ticketkit.spi.host.FieldSource}. In JSON steps are told apart by {@code type}: {@code openTicket},
 * {@code updateTicket}, {@code sendMessage} or {@code dispatchTrigger}; never the name of a class.
 *
 * <p>The run's ticket is the one opened by the run's last Open step, else the ticket of the event.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.OpenStep.class, name = "openTicket"),
    @JsonSubTypes.Type(value = Step.UpdateStep.class, name = "updateTicket"),
    @JsonSubTypes.Type(value = Step.MessageStep.class, name = "sendMessage"),
    @JsonSubTypes.Type(value = Step.TriggerStep.class, name = "dispatchTrigger")
})
public sealed interface Step {
    /** Opens a ticket of the run's contact. */
    static OpenStep openTicket(String title) {
        return new OpenStep(title, null, null, null, null, null);
    }

    /** Changes the run's ticket; say what with the copies. */
    static UpdateStep updateTicket() {
        return updateTicket(UpdateStep.RUNS_TICKET);
    }

    /** Changes the ticket of the run's contact that has a reference, literal or with fields. */
    static UpdateStep updateTicket(String reference) {
        return new UpdateStep(reference, null, null, null, null);
    }

    /** Sends a text to the contact of the run's ticket. */
    static MessageStep sendMessage(String text) {
        return new MessageStep(null, null, List.of(), text);
    }

    /** Sends the host's own template to the contact of the run's ticket; for notifiers that know templates, as the mailer does not. */
    static MessageStep sendTemplate(String key, String... parameters) {
        return new MessageStep(key, null, Arrays.asList(parameters), null);
    }

    /** Passes a trigger on to the host's dispatcher. */
    static TriggerStep dispatchTrigger(String name) {
        return new TriggerStep(name, Map.of());
    }

    /**
     * Opens a ticket of the run's contact. Every text may hold dynamic fields, but none of the ticket's own: there is no ticket yet. A field
     * without a value fails the step; so does a rendered value that a ticket may not have. Then nothing is opened.
     *
     * @param title required
     * @param description null for none
     * @param reference null for one made by the desk
     * @param status a key in any case; null for Open
     * @param priority a name in any case, such as {@code HIGH}; null for MEDIUM
     * @param category made when it is new; null for none
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"title", "description", "reference", "status", "priority", "category"})
    record OpenStep(
            @NotNull @CodePoints(min = 1, max = 1_000) @NoControl @Nullable String title,

            @CodePoints(max = 20_000) @NoControl(TextRule.BLOCK) @Nullable String description,

            @CodePoints(max = 1_000) @NoControl @Nullable String reference,
            @CodePoints(max = 1_000) @NoControl @Nullable String status,
            @CodePoints(max = 1_000) @NoControl @Nullable String priority,
            @CodePoints(max = 1_000) @NoControl @Nullable String category)
            implements Step {
        /** A copy with a description. */
        public OpenStep description(String text) {
            return new OpenStep(title, text, reference, status, priority, category);
        }

        /** A copy with a reference of the host's own. */
        public OpenStep reference(String text) {
            return new OpenStep(title, description, text, status, priority, category);
        }

        /** A copy with a status, by key. */
        public OpenStep status(String key) {
            return new OpenStep(title, description, reference, key, priority, category);
        }

        /** A copy with a priority, by name. */
        public OpenStep priority(String name) {
            return new OpenStep(title, description, reference, status, name, category);
        }

        /** A copy with a category, by name. */
        public OpenStep category(String name) {
            return new OpenStep(title, description, reference, status, priority, name);
        }

        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(OpenStep.class, property);
        }
    }

    /**
     * Changes a ticket of the run's contact; what is null stays as it is, and at least one thing is given. Every text may hold dynamic fields;
     * one without a value fails the step.
     *
     * @param ticket the reference of the ticket to change; {@code %%TICKET_REFERENCE%%} is the run's ticket. Another contact's is not found
     * @param status a key in any case
     * @param priority a name in any case, such as {@code HIGH}
     * @param category made when it is new
     * @param owner who shall own it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"ticket", "status", "priority", "category", "owner"})
    record UpdateStep(
            @NotNull @CodePoints(min = 1, max = 1_000) @NoControl @Nullable String ticket,

            @CodePoints(max = 1_000) @NoControl @Nullable String status,
            @CodePoints(max = 1_000) @NoControl @Nullable String priority,
            @CodePoints(max = 1_000) @NoControl @Nullable String category,
            @Valid @Nullable Party owner)
            implements Step {
        /** Names the run's ticket. */
        public static final String RUNS_TICKET = "%%TICKET_REFERENCE%%";

        /** A copy that sets a status, by key. */
        public UpdateStep status(String key) {
            return new UpdateStep(ticket, key, priority, category, owner);
        }

        /** A copy that sets a priority, by name. */
        public UpdateStep priority(String name) {
            return new UpdateStep(ticket, status, name, category, owner);
        }

        /** A copy that sets a category, by name. */
        public UpdateStep category(String name) {
            return new UpdateStep(ticket, status, priority, name, owner);
        }

        /** A copy that sets an owner. */
        public UpdateStep owner(Party operator) {
            return new UpdateStep(ticket, status, priority, category, operator);
        }

        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(UpdateStep.class, property);
        }
    }

    /**
     * Sends a message to the contact of the run's ticket, on the host's channel. Texts may hold dynamic fields, the ticket's own too; a field
     * without a value is empty. They show the event's ticket as the event left it; once a step of the run has opened or changed the ticket, as it
     * is when the message is sent. A template key, a text, or both are given.
     *
     * @param template the host's key of a template, or null
     * @param language the language tag of the reader; null for the contact's, or else the tenant's
     * @param parameters what the template gets, in order, at most 50
     * @param text what to say, rendered as plain text and as HTML, or null
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"template", "language", "parameters", "text"})
    record MessageStep(
            @CodePoints(min = 1, max = 200) @NoControl(TextRule.NAME) @Nullable String template,

            @CodePoints(min = 2, max = 35) @NoControl(TextRule.NAME) @Nullable String language,

            @Size(max = 50) List<@NotNull @CodePoints(max = 4_000) @NoControl(TextRule.BLOCK) String> parameters,

            @CodePoints(min = 1, max = 20_000) @NoControl(TextRule.BLOCK) @Nullable String text)
            implements Step {
        /** Copies the list; null is none. */
        public MessageStep {
            parameters = Copies.of(parameters);
        }

        /** A copy in one language, whatever the contact's. */
        public MessageStep language(String tag) {
            return new MessageStep(template, tag, parameters, text);
        }

        /** A copy that has the host's template too. */
        public MessageStep template(String key, String... values) {
            return new MessageStep(key, language, Arrays.asList(values), text);
        }

        /** A copy that has a text too. */
        public MessageStep text(String value) {
            return new MessageStep(template, language, parameters, value);
        }

        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(MessageStep.class, property);
        }
    }

    /**
     * Passes a trigger on to the host's dispatcher, with the run's ticket. Texts may hold dynamic fields, the ticket's own too; a field without
     * a value is empty.
     *
     * @param name what the host knows it by
     * @param parameters values by name, at most 50
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"name", "parameters"})
    record TriggerStep(
            @NotNull @CodePoints(min = 1, max = 100) @NoControl(TextRule.NAME) @Nullable String name,

            @Size(max = 50) Map<
                            @NotNull @CodePoints(min = 1, max = 100) @NoControl(TextRule.NAME) String,
                            @NotNull @CodePoints(max = 4_000) @NoControl(TextRule.BLOCK) String>
                    parameters)
            implements Step {
        /** Copies the map; null is none. */
        public TriggerStep {
            parameters = Copies.of(parameters);
        }

        /** A copy with one more parameter. */
        public TriggerStep with(String parameter, String value) {
            Map<String, String> more = new HashMap<>(parameters);
            more.put(parameter, value);
            return new TriggerStep(name, more);
        }

        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(TriggerStep.class, property);
        }
    }
}
