package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.Past;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** Brings in tickets of the past with a statement of arrays for each thousand, which writes the rows of the desk's import: nothing is checked. */
public final class UnnestImport {
    private static final int BATCH = 1_000;

    private static final String IMPORT = """
            WITH item AS MATERIALIZED (
              SELECT u.*, CASE WHEN closed IS NULL THEN 'open' ELSE 'closed' END AS status, CASE WHEN closed IS NULL THEN 1 ELSE 6 END AS place,
                CASE WHEN closed IS NULL THEN 'IN_PROGRESS' ELSE 'TERMINATED' END AS macro,
                CAST(extract(epoch FROM closed - opened) * 1000000 AS bigint) AS micros
              FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::uuid[], ?::text[], ?::text[],
                ?::text[], ?::timestamptz[], ?::timestamptz[], ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::smallint[])
                AS u(id, event_id, reference, title, description, words, priority, category_id, category, contact_id, contact, opened, closed,
                  opened_day, opened_month, closed_day, closed_month, bucket)),
            event AS (
              INSERT INTO ticket_event (tenant_id, id, ticket_id, version, receipt_version, kind, occurred_at, actor_kind, actor_id,
                actor_label, change_keys, change_froms, change_tos, reference_hash)
              SELECT 'bench', event_id, id, 1, 1, 'OPENED', opened, 'OPERATOR', 'anna', 'Anna Rossi', '{}', '{}', '{}',
                sha256(convert_to(reference, 'UTF8'))
              FROM item),
            %sunindexed AS (
              INSERT INTO ticket_unindexed (tenant_id, ticket_id, version) SELECT 'bench', id, 1 FROM item),
            fed AS (
              INSERT INTO ticket_unsequenced (tenant_id, ticket_id, version, event_id) SELECT 'bench', id, 1, event_id FROM item)
            INSERT INTO ticket (tenant_id, id, version, reference, reference_fold, reference_sort, title, title_sort, description,
              search_text, status_key, status_position, macro_status, priority, category_id, category_sort, contact_id,
              contact_name, contact_sort, owner_sort, origin, attributes, attribute_terms, opened_at, updated_at, closed_at,
              closing_micros, closing_bucket, reopenings)
            SELECT 'bench', id, 1, reference, lower(reference), convert_to(lower(reference), 'UTF8'), title,
              convert_to(lower(title), 'UTF8'), description, words, status, place, macro, priority, category_id,
              convert_to(lower(category), 'UTF8'), contact_id, contact, convert_to(lower(contact), 'UTF8'), '\\xff', 'IMPORT', '{}',
              '{}', opened, coalesce(closed, opened), closed, micros, bucket, 0
            FROM item""";

    private static final String COUNTED = """
            counted AS (
              INSERT INTO ticket_delta (tenant_id, event_id, part, weight, category_id, status_key, status_position, macro_status, priority,
                opened_day, opened_month, closed_day, closed_month, closing_micros, closing_bucket, reopenings)
              SELECT 'bench', event_id, 1, 1, category_id, status, place, macro, priority, opened_day, opened_month, closed_day,
                closed_month, micros, bucket, 0
              FROM item),
            """;

    private final DataSource pool;
    private final String statement;

    private UnnestImport(OurDesk tables, String counted) {
        pool = tables.schema().pool();
        statement = IMPORT.formatted(counted);
    }

    /** Into the tables of the desk. */
    public UnnestImport(OurDesk tables) {
        this(tables, COUNTED);
    }

    /** The same without the rows that statistics count. */
    public static UnnestImport uncounted(OurDesk tables) {
        return new UnnestImport(tables, "");
    }

    /** Brings in so many, from a number on. */
    public void run(long from, long count) throws SQLException {
        for (long next = from; next < from + count; next += BATCH) {
            List<PlainTicket> batch = LongStream.range(next, Math.min(from + count, next + BATCH))
                    .mapToObj(number -> PlainTicket.of(Past.of(number)))
                    .toList();
            try (Connection connection = pool.getConnection();
                    PreparedStatement prepared = connection.prepareStatement(statement)) {
                new Columns(connection, prepared, batch).bind();
                prepared.executeUpdate();
            }
        }
    }

    /** Binds one array after the other. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<PlainTicket> batch;
        private int last;

        Columns(Connection connection, PreparedStatement statement, List<PlainTicket> batch) {
            this.connection = connection;
            this.statement = statement;
            this.batch = batch;
        }

        void bind() throws SQLException {
            add("uuid", PlainTicket::id)
                    .add("uuid", PlainTicket::eventId)
                    .add("text", PlainTicket::reference)
                    .add("text", each -> each.text().title())
                    .add("text", each -> each.text().description())
                    .add("text", PlainTicket::searchText)
                    .add("int2", each -> (short) each.text().priority())
                    .add("uuid", PlainTicket::categoryId)
                    .add("text", each -> each.text().categoryName())
                    .add("text", each -> each.text().contactId())
                    .add("text", each -> each.text().contactName())
                    .add("timestamptz", PlainTicket::now)
                    .add("timestamptz", PlainTicket::closed)
                    .add("int4", PlainTicket::openedDay)
                    .add("int4", PlainTicket::openedMonth)
                    .add("int4", PlainTicket::closedDay)
                    .add("int4", PlainTicket::closedMonth)
                    .add("int2", PlainTicket::closingBucket);
        }

        private Columns add(String type, Function<PlainTicket, ?> value) throws SQLException {
            Object[] values = batch.stream().map(value).toArray();
            statement.setArray(++last, connection.createArrayOf(type, values));
            return this;
        }
    }
}
