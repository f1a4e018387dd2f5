package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.database.EmbeddedH2;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.SizedTickets;
import dev.ticketkit.benchmarks.load.CpuWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Opens tickets on H2 by statements that write the rows and columns the desk writes, and nothing else: nothing is checked, nothing held,
 * nothing folded but by lower case, and nothing rolled up.
 */
public final class HandOpening implements CpuWork {
    private static final Pattern BLANK = Pattern.compile(" ", Pattern.LITERAL);
    private static final String CATEGORY = "SELECT id, name_sort FROM ticket_category WHERE tenant_id = ? AND id = ?";
    private static final String EVENT = """
            INSERT INTO ticket_event (tenant_id, id, ticket_id, version, receipt_version, kind, occurred_at, actor_kind, actor_id,
              actor_label, change_keys, change_froms, change_tos, reference_hash)
            VALUES (?, ?, ?, 1, 1, 'OPENED', ?, 'OPERATOR', ?, ?, ARRAY[], ARRAY[], ARRAY[], ?)""";
    private static final String TICKET = """
            INSERT INTO ticket (tenant_id, id, version, reference, reference_fold, reference_sort, title, title_sort, description,
              search_text, status_key, status_position, macro_status, priority, category_id, category_sort, contact_id, contact_name,
              contact_sort, owner_sort, origin, attributes, attribute_terms, opened_at, updated_at, reopenings)
            VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, 'open', 1, 'IN_PROGRESS', ?, ?, ?, ?, ?, ?, X'ff', 'OPERATOR', ARRAY[], ARRAY[],
              ?, ?, 0)""";
    private static final String DELTA = """
            INSERT INTO ticket_delta (tenant_id, event_id, part, weight, category_id, status_key, status_position, macro_status,
              priority, opened_day, opened_month, reopenings)
            VALUES (?, ?, 1, 1, ?, 'open', 1, 'IN_PROGRESS', ?, ?, ?, 0)""";
    private static final String TERMS = """
            INSERT INTO ticket_term (tenant_id, term, ticket_id)
            SELECT ?, u.term, ? FROM UNNEST(CAST(? AS varchar ARRAY)) u (term)""";
    private static final String DELIVERY = """
            INSERT INTO ticket_delivery (tenant_id, event_id, consumer, ticket_id, version) VALUES (?, ?, '*', ?, 1)""";
    private static final String FED =
            "INSERT INTO ticket_unsequenced (tenant_id, ticket_id, version, event_id) VALUES (?, ?, 1, ?)";

    private final HandStatements statements;
    private final PreparedStatement category;
    private final PreparedStatement event;
    private final PreparedStatement ticket;
    private final PreparedStatement delta;
    private final PreparedStatement terms;
    private final PreparedStatement delivery;
    private final PreparedStatement fed;
    private final long tickets;
    private long next;

    /** Opens the tickets that come after those the tables were filled with. */
    public HandOpening(EmbeddedH2 database, long tickets) {
        this.tickets = tickets;
        this.next = tickets;
        statements = new HandStatements(database);
        category = statements.prepare(CATEGORY);
        event = statements.prepare(EVENT);
        ticket = statements.prepare(TICKET);
        delta = statements.prepare(DELTA);
        terms = statements.prepare(TERMS);
        delivery = statements.prepare(DELIVERY);
        fed = statements.prepare(FED);
    }

    @Override
    public void call() throws SQLException {
        PlainTicket opened = PlainTicket.of(SizedTickets.of(next++, tickets));
        String tenant = opened.tenant();
        UUID id = opened.id();
        UUID eventId = opened.eventId();
        HandStatements.update(
                event,
                1,
                tenant,
                eventId,
                id,
                opened.now(),
                OurDesk.ACTOR.id(),
                OurDesk.ACTOR.label(),
                opened.referenceHash());
        String search = opened.searchText();
        write(opened, search);
        HandStatements.update(
                delta,
                1,
                tenant,
                eventId,
                opened.categoryId(),
                opened.text().priority(),
                opened.openedDay(),
                opened.openedMonth());
        // Signs stand between the fields.
        String[] words = BLANK.splitAsStream(search.strip())
                .filter(word -> Character.isLetterOrDigit(word.charAt(0)))
                .distinct()
                .toArray(String[]::new);
        HandStatements.update(terms, words.length, tenant, id, terms(words));
        HandStatements.update(delivery, 1, tenant, eventId, id);
        HandStatements.update(fed, 1, tenant, id, eventId);
        statements.commit();
    }

    private void write(PlainTicket opened, String search) throws SQLException {
        try (ResultSet row = HandStatements.first(category, opened.tenant(), opened.categoryId())) {
            HandStatements.update(
                    ticket,
                    1,
                    opened.tenant(),
                    opened.id(),
                    opened.reference(),
                    PlainTicket.lower(opened.reference()),
                    PlainTicket.bytes(PlainTicket.lower(opened.reference())),
                    opened.text().title(),
                    PlainTicket.bytes(PlainTicket.lower(opened.text().title())),
                    opened.text().description(),
                    search,
                    opened.text().priority(),
                    row.getObject(1, UUID.class),
                    row.getBytes(2),
                    opened.text().contactId(),
                    opened.text().contactName(),
                    PlainTicket.bytes(PlainTicket.lower(opened.text().contactName())),
                    opened.now(),
                    opened.now());
        }
    }

    private static Object terms(String[] words) {
        return Arrays.stream(words).map(word -> "w" + word).toArray(String[]::new);
    }

    @Override
    public void close() {
        statements.close();
    }
}
