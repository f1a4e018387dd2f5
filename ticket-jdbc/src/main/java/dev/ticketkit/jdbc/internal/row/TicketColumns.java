package dev.ticketkit.jdbc.internal.row;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.SortKeys;
import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket as columns, both ways. */
public final class TicketColumns {
    /** What few changes touch, and what takes longest to fold and to write. */
    static final String TEXTS = """
            title, title_sort, description, search_text, \
            contact_id, contact_name, contact_sort, contact_phone, contact_email, contact_language, \
            attributes, attribute_terms""";

    /** What a change of status or priority touches that neither closes nor reopens. */
    public static final String PROGRESS = "status_key, status_position, macro_status, priority, updated_at";

    /** What most changes touch. */
    public static final String STATE = PROGRESS + """
            , owner_id, owner_label, owner_sort, answered_at, answer_bucket, closed_at, closing_micros, closing_bucket, \
            reopenings, deleted_at, erased_at""";

    /** What a change may set, without version and category. */
    public static final String MUTABLE = TEXTS + ", " + STATE;

    /** What only an opening sets, without ids, version and reference. */
    public static final String FIXED = "origin, external_id, opened_at";

    /** The ids, the version, the category and the reference, in the order in which inserts give them. */
    public static final String LEADING =
            "tenant_id, id, version, category_id, category_sort, reference, reference_fold, reference_sort";

    /** What a read needs, of ticket {@code t} and category {@code c}. */
    public static final String READ = """
            t.id, t.version, t.reference, t.title, t.description, t.status_key, t.status_position, t.macro_status, \
            t.priority, t.category_id, c.name AS category_name, t.contact_id, t.contact_name, t.contact_phone, \
            t.contact_email, t.contact_language, t.owner_id, t.owner_label, t.origin, t.external_id, t.attributes, \
            t.opened_at, t.updated_at, t.answered_at, t.closed_at, t.reopenings, t.deleted_at, t.erased_at""";

    /** By the parameter: beside a page of tickets, their column would make Citus read the categories of all tenants. */
    public static final String JOIN_CATEGORY =
            "LEFT JOIN {ticket_category} c ON c.tenant_id = :tenant_id AND c.id = t.category_id";

    private TicketColumns() {}

    /** Whether a change touches any of {@link #TEXTS}. */
    public static boolean setsTexts(TicketChange change) {
        Ticket before = change.before();
        Ticket after = change.after();
        return before == null
                || change.isErasure()
                || !before.title().equals(after.title())
                || !Objects.equals(before.description(), after.description())
                || !before.contact().equals(after.contact())
                || !before.attributes().equals(after.attributes());
    }

    /** Whether a change touches nothing of {@link #STATE} but {@link #PROGRESS}. */
    public static boolean leavesStateButProgress(Ticket before, Ticket after) {
        return Objects.equals(before.owner(), after.owner())
                && Objects.equals(before.answeredAt(), after.answeredAt())
                && Objects.equals(before.closedAt(), after.closedAt())
                && before.reopenings() == after.reopenings()
                && Objects.equals(before.deletedAt(), after.deletedAt())
                && Objects.equals(before.erasedAt(), after.erasedAt());
    }

    /** Parameters for {@link #TEXTS}, but for the words to search for. */
    public static Bindings bindTexts(Bindings bindings, Ticket ticket) {
        Contact contact = ticket.contact();
        return bindings.text("title", ticket.title())
                .bytes("title_sort", SortKeys.of(ticket.title()))
                .text("description", ticket.description())
                .text("contact_id", contact.id())
                .text("contact_name", contact.name())
                .bytes("contact_sort", SortKeys.of(contact.name()))
                .text("contact_phone", contact.phone())
                .text("contact_email", contact.email())
                .text("contact_language", contact.language())
                .texts("attributes", Attributes.elements(ticket.attributes()))
                .texts("attribute_terms", Attributes.terms(ticket.attributes()));
    }

    /** Parameters for {@link #PROGRESS}, and for the columns that statistics count. */
    public static Bindings bindProgress(Bindings bindings, Ticket ticket) {
        Party owner = ticket.owner();
        Duration closing = ticket.closingTime();
        return bindings.text("status_key", ticket.status().key())
                .number("status_position", ticket.status().position())
                .text("macro_status", ticket.status().macro().name())
                .number("priority", ticket.priority().rank())
                .text("owner_id", owner == null ? null : owner.id())
                .time("updated_at", ticket.updatedAt())
                .number("answer_bucket", Times.bucket(ticket.answeringTime()))
                .number("closing_micros", closing == null ? null : Times.micros(closing))
                .number("closing_bucket", Times.bucket(closing))
                .number("reopenings", ticket.reopenings());
    }

    /** Parameters for {@link #STATE} and {@link #FIXED}. */
    public static Bindings bindState(Bindings bindings, Ticket ticket) {
        Party owner = ticket.owner();
        return bindProgress(bindings, ticket)
                .text("owner_label", owner == null ? null : owner.label())
                .bytes("owner_sort", SortKeys.of(owner == null ? null : owner.label()))
                .text("origin", ticket.origin().name())
                .text("external_id", ticket.externalId())
                .time("opened_at", ticket.openedAt())
                .time("answered_at", ticket.answeredAt())
                .time("closed_at", ticket.closedAt())
                .time("deleted_at", ticket.deletedAt())
                .time("erased_at", ticket.erasedAt());
    }

    public static Bindings bindReference(Bindings bindings, Reference reference) {
        return bindings.text("reference", reference.value())
                .text("reference_fold", reference.folded().value())
                .bytes("reference_sort", reference.folded().sortKey());
    }

    public static Ticket read(TenantId tenant, Row row) throws SQLException {
        TicketBuilder ticket = Ticket.builder()
                .tenant(tenant)
                .id(new TicketId(row.id("id")))
                .version(row.number("version"))
                .reference(new Reference(row.text("reference")))
                .title(row.text("title"))
                .description(row.textOrNull("description"))
                .status(status(row))
                .priority(row.priority("priority"))
                .category(category(row))
                .contact(contact(row))
                .owner(owner(row))
                .origin(row.constantOr("origin", Origin.class, Origin.UNKNOWN))
                .externalId(row.textOrNull("external_id"))
                .attributes(Attributes.parse(row.texts("attributes")));
        return ticket.openedAt(row.time("opened_at"))
                .updatedAt(row.time("updated_at"))
                .answeredAt(row.timeOrNull("answered_at"))
                .closedAt(row.timeOrNull("closed_at"))
                .reopenings(row.integer("reopenings"))
                .deletedAt(row.timeOrNull("deleted_at"))
                .erasedAt(row.timeOrNull("erased_at"))
                .asStored()
                .build();
    }

    public static Status status(Row row) throws SQLException {
        return new Status(
                row.text("status_key"),
                row.constant("macro_status", MacroStatus.class),
                row.integer("status_position"));
    }

    public static @Nullable Category category(Row row) throws SQLException {
        UUID id = row.idOrNull("category_id");
        return id == null ? null : new Category(id, row.text("category_name"));
    }

    public static Contact contact(Row row) throws SQLException {
        return new Contact(
                row.text("contact_id"),
                row.textOrNull("contact_name"),
                row.textOrNull("contact_phone"),
                row.textOrNull("contact_email"),
                row.textOrNull("contact_language"));
    }

    private static @Nullable Party owner(Row row) throws SQLException {
        String id = row.textOrNull("owner_id");
        return id == null ? null : new Party(id, row.text("owner_label"));
    }
}
