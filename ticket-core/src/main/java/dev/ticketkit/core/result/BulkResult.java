package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.model.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk change came to for one ticket: exactly one of result and problem is there.
 *
 * @param ticket which
 * @param written what was done
 * @param problem why nothing was done; when the store fails, that is the problem of all tickets that were still to come
 */
@JsonPropertyOrder({"ticket", "written", "problem"})
public record BulkResult(
        TicketId ticket,
        @Nullable CommandResult written,
        @Nullable TicketException problem) {
    @JsonCreator
    private static BulkResult fromJson(
            @JsonProperty("ticket") TicketId ticket,
            @JsonProperty("written") @Nullable CommandResult written,
            @JsonProperty("problem") @Nullable WrittenProblem problem) {
        return new BulkResult(ticket, written, problem == null ? null : problem.exception());
    }
}
