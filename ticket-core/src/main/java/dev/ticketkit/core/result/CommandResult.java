package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.Receipt;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a writing command came to. Immutable. In JSON {@code ticket} is null where {@link #ticket()} throws. */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonPropertyOrder({"receipt", "ticket", "replayed"})
public final class CommandResult {
    private final Receipt receipt;
    private final Optional<Ticket> ticket;
    private final boolean replayed;

    private CommandResult(Receipt receipt, Optional<Ticket> ticket, boolean replayed) {
        this.receipt = receipt;
        this.ticket = ticket;
        this.replayed = replayed;
    }

    public static CommandResult now(Receipt receipt, Ticket ticket) {
        return new CommandResult(receipt, Optional.of(ticket), false);
    }

    public static CommandResult before(Receipt receipt, Optional<Ticket> ticket) {
        return new CommandResult(receipt, ticket, true);
    }

    /** Ids and version; the same each time the command comes again with its key. */
    @JsonProperty
    public Receipt receipt() {
        return receipt;
    }

    /**
     * The ticket after the command; of a replayed command, the ticket as it is now, deleted or not.
     *
     * @throws NotFoundException only when the command was replayed and the actor may no longer read the ticket, for one because it
     *     handed it over; the receipt stands all the same
     */
    public Ticket ticket() {
        return ticket.orElseThrow(() -> new NotFoundException("ticket"));
    }

    /** Whether the command had been carried out before and did nothing this time. */
    @JsonProperty
    public boolean replayed() {
        return replayed;
    }

    @JsonProperty("ticket")
    private @Nullable Ticket ticketIfReadable() {
        return ticket.orElse(null);
    }

    @JsonCreator
    private static CommandResult fromJson(
            @JsonProperty("receipt") Receipt receipt,
            @JsonProperty("ticket") @Nullable Ticket ticket,
            @JsonProperty("replayed") boolean replayed) {
        return new CommandResult(Objects.requireNonNull(receipt, "receipt"), Optional.ofNullable(ticket), replayed);
    }

    /** Whether something was recorded, now or when the command was first carried out. */
    public boolean recorded() {
        return receipt.eventId() != null;
    }

    /** Id and version of the ticket; nothing that a person wrote. */
    @Override
    public String toString() {
        return "CommandResult[" + receipt.ticketId() + " v" + receipt.version() + (replayed ? ", replayed]" : "]");
    }
}
