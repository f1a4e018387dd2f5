package dev.ticketkit.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.benchmarks.database.EmbeddedH2;
import dev.ticketkit.benchmarks.desk.SizedChange;
import dev.ticketkit.benchmarks.desk.SizedDesk;
import dev.ticketkit.benchmarks.desk.SizedOpening;
import dev.ticketkit.benchmarks.load.CpuWork;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.TicketSchema;
import dev.ticketkit.spi.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written by hand on H2 is only a fair measure while it writes what the desk writes there. */
class SameRowsOnH2Test {
    private static final List<String> TABLES =
            List.of("ticket", "ticket_event", "ticket_delta", "ticket_term", "ticket_delivery", "ticket_unsequenced");

    /** All columns of a table that are filled in some rows, with how many. */
    private static final String COLUMNS = """
            SELECT listagg('count(' || column_name || ')', ' || '','' || ') WITHIN GROUP (ORDER BY ordinal_position)
            FROM information_schema.columns WHERE table_schema = 'PUBLIC' AND lower(table_name) = '%s'""";

    private EmbeddedH2 database;
    private SizedDesk desk;

    @BeforeEach
    void fill() {
        database = new EmbeddedH2("same_rows");
        TicketSchema.create(database.pool());
        desk = SizedDesk.fill(JdbcStorage.owning(database.pool()), 200);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void openingByHandFillsTheSameColumnsAsTheDesk() throws Exception {
        List<String> ours = written(new SizedOpening(desk));

        try (HandOpening hand = new HandOpening(database, desk.tickets())) {
            assertThat(written(hand)).isEqualTo(ours);
        }
        desk.tend();
        assertThat(desk.actor().statistics().verify().differences()).isEmpty();
    }

    @Test
    void changeByHandFillsTheSameColumnsAsTheDesk() throws Exception {
        List<Ticket> handed = desk.hand(70, 2);
        List<String> ours = written(new SizedChange(desk, handed.subList(0, 1)));

        List<Ticket> others = handed.subList(1, 2);
        try (HandChange hand =
                new HandChange(database, others.stream().map(Ticket::id).toList())) {
            assertThat(written(hand)).isEqualTo(ours);
        }
        desk.tend();
        assertThat(desk.actor().statistics().verify().differences()).isEmpty();
    }

    /** How many values more each column of each table has after one call. */
    private List<String> written(CpuWork work) throws Exception {
        desk.tend();
        List<String> before = filled();
        work.call();
        List<String> after = filled();
        List<String> written = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            String name = before.get(i).split("=", 2)[0];
            written.add(name + "=" + (value(after.get(i)) - value(before.get(i))));
        }
        return written;
    }

    private static long value(String filled) {
        return Long.parseLong(filled.split("=", 2)[1]);
    }

    private List<String> filled() {
        List<String> filled = new ArrayList<>();
        for (String table : TABLES) {
            String[] counts = database.text("SELECT " + database.text(COLUMNS.formatted(table)) + " FROM " + table)
                    .split(",", -1);
            for (int i = 0; i < counts.length; i++) {
                filled.add(table + " " + i + "=" + counts[i]);
            }
        }
        return filled;
    }
}
