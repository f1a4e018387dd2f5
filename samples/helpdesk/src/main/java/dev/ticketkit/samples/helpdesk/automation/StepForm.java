package dev.ticketkit.samples.helpdesk.automation;

import dev.ticketkit.core.automation.Step;
import dev.ticketkit.spi.model.Party;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is done; empty texts are left out.
 *
 * @param kind {@code openTicket}, {@code updateTicket} or {@code sendMessage}; empty for none
 * @param title of a ticket that is opened
 * @param description of it
 * @param category of a ticket that is opened or updated
 * @param priority the same
 * @param status the same
 * @param owner the id of whom an updated ticket is given to
 * @param text of a message
 */
record StepForm(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String description,
        @Nullable String category,
        @Nullable String priority,
        @Nullable String status,
        @Nullable String owner,
        @Nullable String text) {
    static StepForm empty() {
        return new StepForm("", "", "", "", "", "", "", "");
    }

    /** The form of a step; empty when it has what the form does not show. */
    static Optional<StepForm> of(Step step) {
        if (step instanceof Step.OpenStep open && open.reference() == null) {
            return Optional.of(new StepForm(
                    "openTicket",
                    open.title(),
                    open.description(),
                    open.category(),
                    open.priority(),
                    open.status(),
                    "",
                    ""));
        }
        if (step instanceof Step.UpdateStep update && Step.UpdateStep.RUNS_TICKET.equals(update.ticket())) {
            String owner = update.owner() == null ? "" : update.owner().id();
            return Optional.of(new StepForm(
                    "updateTicket", "", "", update.category(), update.priority(), update.status(), owner, ""));
        }
        if (step instanceof Step.MessageStep message && message.template() == null && message.language() == null) {
            return Optional.of(new StepForm("sendMessage", "", "", "", "", "", "", message.text()));
        }
        return Optional.empty();
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
                        null,
                        orNull(status),
                        orNull(priority),
                        orNull(category));
            case "updateTicket" ->
                new Step.UpdateStep(
                        Step.UpdateStep.RUNS_TICKET,
                        orNull(status),
                        orNull(priority),
                        orNull(category),
                        owners.apply(Texts.orEmpty(owner)));
            default -> Step.sendMessage(Texts.orEmpty(text));
        };
    }

    private static @Nullable String orNull(@Nullable String value) {
        return Texts.isGiven(value) ? value : null;
    }
}
