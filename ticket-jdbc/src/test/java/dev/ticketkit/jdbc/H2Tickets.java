package dev.ticketkit.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.text.FoldedText;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Many tickets of one tenant in H2, as {@link ListPlanTest} has them in PostgreSQL, with their openings, words, deliveries and the feed; a thousandth of
 * them has the word rare.
 */
final class H2Tickets {
    static final TenantId TENANT = new TenantId("big");

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    private static final int AT_ONCE = 1_000;

    private static final String TICKET = """
            INSERT INTO ticket (tenant_id, id, version, reference, reference_fold, reference_sort, title, title_sort, search_text,
              status_key, status_position, macro_status, priority, category_id, category_sort, contact_id, contact_sort, owner_id,
              owner_label, owner_sort, origin, attributes, attribute_terms, opened_at, updated_at, closed_at, closing_micros, reopenings)
            VALUES ('big', :id, 1, :reference, :reference, :reference_sort, :title, :title_sort, :words, :status, :place, :macro,
              :priority, :category, :category_sort, :contact, :contact_sort, :owner, :owner, :owner_sort, 'HOST',
              CAST(ARRAY[] AS varchar ARRAY), CAST(ARRAY[] AS varchar ARRAY), :opened, :updated, :closed, :micros, 0)""";

    private static final String[] REST = {
        """
        INSERT INTO ticket_event (tenant_id, id, ticket_id, version, receipt_version, kind, occurred_at, actor_kind, actor_id, actor_label,
          change_keys, change_froms, change_tos, idem_key, reference_hash)
        SELECT tenant_id, id, id, 1, 1, 'OPENED', opened_at, 'HOST', 'h', 'h', CAST(ARRAY[] AS varchar ARRAY),
          CAST(ARRAY[] AS varchar ARRAY), CAST(ARRAY[] AS varchar ARRAY), 'key ' || reference, CAST(reference AS varbinary) FROM ticket""",
        """
        INSERT INTO ticket_term (tenant_id, term, ticket_id)
        SELECT tenant_id, 'wcommon', id FROM ticket UNION ALL
        SELECT tenant_id, 'wrare', id FROM ticket WHERE search_text LIKE '%rare%'""",
        """
        INSERT INTO ticket_feed (tenant_id, position, event_id)
        SELECT tenant_id, ROW_NUMBER() OVER (ORDER BY opened_at), id FROM ticket""",
        "INSERT INTO ticket_feed_end SELECT tenant_id, COUNT(*) FROM ticket GROUP BY tenant_id",
        """
        INSERT INTO ticket_delivery (tenant_id, event_id, consumer, ticket_id, version, state, ended_at)
        SELECT tenant_id, id, '*', id, 1, CASE WHEN priority > 1 THEN 'DONE' ELSE 'PENDING' END,
          CASE WHEN priority > 1 THEN CURRENT_TIMESTAMP END FROM ticket""",
        "ANALYZE"
    };

    private H2Tickets() {}

    /** @param rare in every how many there is the rare word */
    static HikariDataSource filled(int tickets, int rare) throws SQLException {
        HikariDataSource database = TestDatabase.withTables(TestDatabase.h2());
        try (Connection connection = database.getConnection()) {
            categories(connection);
            SqlText insert = SqlText.parse(TICKET);
            try (PreparedStatement statement = connection.prepareStatement(insert.text())) {
                for (int i = 1; i <= tickets; i++) {
                    ticket(i, i % rare == 0).apply(statement, insert);
                    statement.addBatch();
                    if (i % AT_ONCE == 0 || i == tickets) {
                        statement.executeBatch();
                    }
                }
            }
            for (String each : REST) {
                connection.createStatement().execute(each);
            }
        }
        return database;
    }

    private static void categories(Connection connection) throws SQLException {
        SqlText insert = SqlText.parse(CategoryTable.INSERT.replace("{ticket_category}", "ticket_category"));
        try (PreparedStatement statement = connection.prepareStatement(insert.text())) {
            for (int i = 0; i < 20; i++) {
                CategoryTable.bind(TENANT, new Category(Category.idOf(TENANT, "c" + i), "c" + i))
                        .apply(statement, insert);
                statement.execute();
            }
        }
    }

    private static Bindings ticket(int i, boolean rare) {
        int kind = (i * 7919 + i / 16) % 16;
        boolean open = kind < 2;
        String owner = i % 31 < 30 ? "o" + i % 31 : null;
        String category = i % 23 < 20 ? "c" + i % 23 : null;
        OffsetDateTime opened = FIRST.plusMinutes(i);
        return new Bindings()
                .id("id", UUID.nameUUIDFromBytes(("id" + i).getBytes(StandardCharsets.UTF_8)))
                .text("reference", "r" + i)
                .bytes("reference_sort", sort("r" + i))
                .text("title", "t" + i % 977)
                .bytes("title_sort", sort("t" + i % 977))
                .text("words", rare ? " common rare " : " common ")
                .text("status", kind == 0 ? "open" : kind == 1 ? "waiting" : kind < 7 ? "resolved" : "closed")
                .number("place", kind == 0 ? 1 : kind == 1 ? 4 : kind < 7 ? 5 : 6)
                .text("macro", open ? "IN_PROGRESS" : "TERMINATED")
                .number("priority", 1 + i % 6)
                .id("category", category == null ? null : Category.idOf(TENANT, category))
                .bytes("category_sort", SortKeys.of(category))
                .text("contact", "p" + i % 500)
                .bytes("contact_sort", sort("p" + i % 500))
                .text("owner", owner)
                .bytes("owner_sort", SortKeys.of(owner))
                .time("opened", opened.toInstant())
                .time("updated", opened.plusDays(31).toInstant())
                .time("closed", open ? null : opened.plusDays(31).toInstant())
                .number("micros", open ? null : (Long) 1L);
    }

    private static byte[] sort(String text) {
        return FoldedText.of(text).sortKey();
    }
}
