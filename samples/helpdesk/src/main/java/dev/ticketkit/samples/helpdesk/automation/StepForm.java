package dev.ticketkit.samples.helpdesk.automation;

import dev.ticketkit.core.automation.Step;
import dev.ticketkit.spi.model.Party;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is done; empty texts are left out, and what is not of its kind.
 *
 * @param kind {@code openTicket}, {@code updateTicket}, {@code sendMessage} or {@code dispatchTrigger}; empty for none
 * @param title of a ticket that is opened
 * @param description of it
 * @param reference of a ticket that is opened, or of the one that is updated; empty for the desk's own, or the run's
 * @param category of a ticket that is opened or updated
 * @param priority the same
 * @param status the same
 * @param owner the id of whom an updated ticket is given to
 * @param text of a message
 * @param template the host's key of a message
 * @param language of a message; empty for the contact's
 * @param name of a trigger
 * @param parameters of a message, a value a line; of a trigger, {@code name=value} a line
 */
record StepForm(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String description,
        @Nullable String reference,
        @Nullable String category,
        @Nullable String priority,
        @Nullable String status,
        @Nullable String owner,
        @Nullable String text,
        @Nullable String template,
        @Nullable String language,
        @Nullable String name,
        @Nullable String parameters) {
    static StepForm empty() {
        return new StepForm("", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    /** The form of a step; empty when a value has lines where the form has one line for it. */
    static Optional<StepForm> of(Step step) {
        if (step instanceof Step.OpenStep open) {
            return Optional.of(of(open));
        }
        if (step instanceof Step.UpdateStep update) {
            return Optional.of(of(update));
        }
        if (step instanceof Step.MessageStep message) {
            return Parameters.lines(message.parameters()).map(lines -> of(message, lines));
        }
        Step.TriggerStep trigger = (Step.TriggerStep) step;
        return Parameters.lines(trigger.parameters()).map(lines -> of(trigger, lines));
    }

    private static StepForm of(Step.OpenStep open) {
        return new StepForm(
                "openTicket",
                open.title(),
                open.description(),
                open.reference(),
                open.category(),
                open.priority(),
                open.status(),
                "",
                "",
                "",
                "",
                "",
                "");
    }

    private static StepForm of(Step.UpdateStep update) {
        String reference = Step.UpdateStep.RUNS_TICKET.equals(update.ticket()) ? "" : update.ticket();
        String owner = update.owner() == null ? "" : update.owner().id();
        return new StepForm(
                "updateTicket",
                "",
                "",
                reference,
                update.category(),
                update.priority(),
                update.status(),
                owner,
                "",
                "",
                "",
                "",
                "");
    }

    private static StepForm of(Step.MessageStep message, String lines) {
        return new StepForm(
                "sendMessage",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                message.text(),
                message.template(),
                message.language(),
                "",
                lines);
    }

    private static StepForm of(Step.TriggerStep trigger, String lines) {
        return new StepForm("dispatchTrigger", "", "", "", "", "", "", "", "", "", "", trigger.name(), lines);
    }

    boolean isGiven() {
        return Texts.isGiven(kind);
    }

    Step step(Function<String, @Nullable Party> owners) {
        return switch (Texts.orEmpty(kind)) {
            case "openTicket" ->
                new Step.OpenStep(
                        Texts.orEmpty(title),
                        orNull(description),
                        orNull(reference),
                        orNull(status),
                        orNull(priority),
                        orNull(category));
            case "updateTicket" ->
                new Step.UpdateStep(
                        Texts.isGiven(reference) ? reference : Step.UpdateStep.RUNS_TICKET,
                        orNull(status),
                        orNull(priority),
                        orNull(category),
                        owners.apply(Texts.orEmpty(owner)));
            case "dispatchTrigger" -> new Step.TriggerStep(Texts.orEmpty(name), Parameters.named(parameters));
            default ->
                new Step.MessageStep(orNull(template), orNull(language), Parameters.values(parameters), orNull(text));
        };
    }

    private static @Nullable String orNull(@Nullable String value) {
        return Texts.isGiven(value) ? value : null;
    }
}
