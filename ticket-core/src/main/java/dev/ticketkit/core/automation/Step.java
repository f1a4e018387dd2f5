package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One thing an automation does. Texts may hold dynamic fields, {@code %%NAME%%}: see {@link dev.ticketkit.core.template.Template} for how they
 * are written and {@link dev.ticketkit.core.template.TicketFields} for those of the ticket. Fields of the contact, his name for one, come from
 * the host's {@link dev.ticketkit.spi.host.FieldSource}. In JSON steps are told apart by {@code type}: {@code openTicket},
 * {@code updateTicket}, {@code sendMessage} or {@code dispatchTrigger}; never the name of a class.
 *
 * <p>The run's ticket is the one opened by the run's last Open step, else the ticket of the event.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OpenStep.class, name = "openTicket"),
    @JsonSubTypes.Type(value = UpdateStep.class, name = "updateTicket"),
    @JsonSubTypes.Type(value = MessageStep.class, name = "sendMessage"),
    @JsonSubTypes.Type(value = TriggerStep.class, name = "dispatchTrigger")
})
public sealed interface Step permits OpenStep, UpdateStep, MessageStep, TriggerStep {
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
}
