package dev.ticketkit.spi.model;

import dev.ticketkit.spi.internal.Required;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Ticket}. For stores and tests; hosts open tickets through the desk. Not thread-safe. */
public final class TicketBuilder {
    @Nullable TenantId tenant;

    @Nullable TicketId id;

    long version = 1;

    @Nullable Reference reference;

    @Nullable String title;

    @Nullable String description;

    Status status = Status.OPEN;
    Priority priority = Priority.MEDIUM;

    @Nullable Category category;

    @Nullable Contact contact;

    @Nullable Party owner;

    @Nullable Origin origin;

    @Nullable String externalId;

    Map<String, String> attributes = Map.of();

    @Nullable Instant openedAt;

    @Nullable Instant updatedAt;

    @Nullable Instant answeredAt;

    @Nullable Instant closedAt;

    int reopenings;

    @Nullable Instant deletedAt;

    @Nullable Instant erasedAt;

    boolean stored;

    TicketBuilder() {}

    TicketBuilder(Ticket from) {
        tenant = from.tenant();
        id = from.id();
        version = from.version();
        reference = from.reference();
        title = from.title();
        description = from.description();
        status = from.status();
        priority = from.priority();
        category = from.category();
        contact = from.contact();
        owner = from.owner();
        origin = from.origin();
        externalId = from.externalId();
        attributes = from.attributes();
        openedAt = from.openedAt();
        updatedAt = from.updatedAt();
        answeredAt = from.answeredAt();
        closedAt = from.closedAt();
        reopenings = from.reopenings();
        deletedAt = from.deletedAt();
        erasedAt = from.erasedAt();
    }

    public TicketBuilder tenant(TenantId value) {
        tenant = Required.argument(value, "tenant");
        return this;
    }

    public TicketBuilder id(TicketId value) {
        id = Required.argument(value, "id");
        return this;
    }

    public TicketBuilder version(long value) {
        version = value;
        return this;
    }

    public TicketBuilder reference(Reference value) {
        reference = Required.argument(value, "reference");
        return this;
    }

    public TicketBuilder title(String value) {
        title = Required.argument(value, "title");
        return this;
    }

    public TicketBuilder description(@Nullable String value) {
        description = value;
        return this;
    }

    public TicketBuilder status(Status value) {
        status = Required.argument(value, "status");
        return this;
    }

    public TicketBuilder priority(Priority value) {
        priority = Required.argument(value, "priority");
        return this;
    }

    public TicketBuilder category(@Nullable Category value) {
        category = value;
        return this;
    }

    public TicketBuilder contact(Contact value) {
        contact = Required.argument(value, "contact");
        return this;
    }

    public TicketBuilder owner(@Nullable Party value) {
        owner = value;
        return this;
    }

    public TicketBuilder origin(Origin value) {
        origin = Required.argument(value, "origin");
        return this;
    }

    public TicketBuilder externalId(@Nullable String value) {
        externalId = value;
        return this;
    }

    public TicketBuilder attributes(Map<String, String> value) {
        attributes = Required.all(value, "attributes");
        return this;
    }

    public TicketBuilder openedAt(Instant value) {
        openedAt = Required.argument(value, "openedAt");
        return this;
    }

    public TicketBuilder updatedAt(Instant value) {
        updatedAt = Required.argument(value, "updatedAt");
        return this;
    }

    public TicketBuilder answeredAt(@Nullable Instant value) {
        answeredAt = value;
        return this;
    }

    public TicketBuilder closedAt(@Nullable Instant value) {
        closedAt = value;
        return this;
    }

    public TicketBuilder reopenings(int value) {
        reopenings = value;
        return this;
    }

    public TicketBuilder erasedAt(@Nullable Instant value) {
        erasedAt = value;
        return this;
    }

    public TicketBuilder deletedAt(@Nullable Instant value) {
        deletedAt = value;
        return this;
    }

    /** For stores: says that what is built is the ticket as it is stored, no field left out; see {@link Ticket#isAsStored()}. */
    public TicketBuilder asStored() {
        stored = true;
        return this;
    }

    /**
     * The ticket.
     *
     * @throws NullPointerException naming the first required field that is missing
     */
    public Ticket build() {
        return new Ticket(this);
    }
}
