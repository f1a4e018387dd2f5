package dev.ticketkit.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.database.Server;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.OurOpening;
import dev.ticketkit.benchmarks.load.Work;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bare statement is only a fair measure while it writes what the desk writes: whoever adds a table or a column changes both. */
class SameRowsTest {
    @Test
    void bareStatementWritesTheSameRowsAndColumnsAsTheDesk(@TempDir Path data) throws Exception {
        try (Server server = Server.start(data);
                Schema schema = server.schema("same_rows", 2)) {
            OurDesk desk = OurDesk.in(schema);

            assertThat(written(desk, new OneStatement(desk)))
                    .isEqualTo(written(desk, new OurOpening(desk, desk.withCodes())));
            assertThat(written(desk, new ThreeStatements(desk)))
                    .containsKeys("ticket", "ticket_event", "ticket_delivery");
        }
    }

    /** The tables in which one opening leaves rows, each with the columns it fills. */
    private static Map<String, String> written(OurDesk desk, Work work) throws Exception {
        work.prepare(1);
        work.caller(0).run();
        Map<String, String> written = new TreeMap<>();
        Schema schema = desk.schema();
        String tables = schema.text(
                "SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = '" + schema.name() + "'");
        for (String table : tables.split(",", -1)) {
            long rows = schema.number("SELECT count(*) FROM " + table);
            if (rows > 0) {
                written.put(table, rows + " rows of " + columns(schema, table));
            }
        }
        return written;
    }

    private static String columns(Schema schema, String table) {
        String filled = schema.text("SELECT string_agg(DISTINCT key, ',' ORDER BY key) FROM " + table
                + " t CROSS JOIN LATERAL jsonb_each(jsonb_strip_nulls(to_jsonb(t)))");
        return Arrays.toString(filled.split(",", -1));
    }
}
