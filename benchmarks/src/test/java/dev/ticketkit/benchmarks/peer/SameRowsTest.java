package dev.ticketkit.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.database.Server;
import dev.ticketkit.benchmarks.desk.OurChange;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.OurOpening;
import dev.ticketkit.benchmarks.desk.Past;
import dev.ticketkit.benchmarks.load.Work;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written by hand is only a fair measure while it writes what the desk writes: whoever adds a table or a column changes both. */
class SameRowsTest {
    /** All but what differs from moment to moment. */
    private static final String DELTAS = """
            SELECT string_agg(CAST(to_jsonb(d) - 'event_id' - 'closing_micros' AS text), ' ' ORDER BY part) FROM ticket_delta d""";

    private static Server server;
    private static Schema schema;
    private static OurDesk desk;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = Server.start(data, false);
        schema = server.schema("same_rows", 2);
        desk = OurDesk.in(schema);
    }

    @AfterAll
    static void stop() throws Exception {
        schema.close();
        server.close();
    }

    @Test
    void openingByHandWritesTheSameRowsAndColumnsAsTheDesk() throws Exception {
        Map<String, String> ours = opened(new OurOpening(desk, desk.withCodes()));

        assertThat(opened(new OneStatement(desk))).isEqualTo(ours);
        assertThat(opened(new ThreeStatements(desk))).isEqualTo(ours);
        try (HibernateOpening hibernate = new HibernateOpening(desk)) {
            assertThat(opened(hibernate)).isEqualTo(ours);
        }
    }

    @Test
    void importByHandWritesTheSameRowsAndColumnsAsTheDesk() throws Exception {
        desk.empty();
        desk.withCodes().importTickets(Past.tickets(0, 8));
        Map<String, String> ours = written();
        requireCounted();

        desk.empty();
        new UnnestImport(desk).run(0, 8);

        assertThat(written()).isEqualTo(ours);
        requireCounted();
    }

    @Test
    void changeByHandCountsWhatTheDeskCounts() throws Exception {
        String ours = changed(new OurChange(desk));

        assertThat(changed(new FourStatementChange(desk))).isEqualTo(ours);
    }

    private static Map<String, String> opened(Work work) throws Exception {
        desk.empty();
        work.caller(0).run();
        requireCounted();
        return written();
    }

    private static String changed(Work work) throws Exception {
        work.prepare(1);
        work.caller(0).run();
        return schema.text(DELTAS);
    }

    private static void requireCounted() {
        assertThat(desk.withCodes().statistics().verify().differences()).isEmpty();
    }

    /** The tables that have rows, each with the columns they fill. */
    private static Map<String, String> written() {
        Map<String, String> written = new TreeMap<>();
        String tables = schema.text(
                "SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = '" + schema.name() + "'");
        for (String table : tables.split(",", -1)) {
            long rows = schema.number("SELECT count(*) FROM " + table);
            if (rows > 0) {
                written.put(table, rows + " rows of " + columns(table));
            }
        }
        return written;
    }

    private static String columns(String table) {
        String filled = schema.text("SELECT string_agg(DISTINCT key, ',' ORDER BY key) FROM " + table
                + " t CROSS JOIN LATERAL jsonb_each(jsonb_strip_nulls(to_jsonb(t)))");
        return Arrays.toString(filled.split(",", -1));
    }
}
