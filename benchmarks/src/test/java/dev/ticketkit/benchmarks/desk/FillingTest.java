package dev.ticketkit.benchmarks.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.database.Server;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.spi.query.TicketQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables filled by SQL are only a fair measure while they are what the desk would have left. */
class FillingTest {
    private static final String INDEXES = """
            SELECT string_agg(indexdef, E'\\n' ORDER BY indexdef) FROM pg_indexes WHERE schemaname = current_schema()""";

    @Test
    void filledTicketsAreCountedAndIndexedAsTheDeskDoesIt(@TempDir Path data) throws Exception {
        try (Server server = Server.start(data, false);
                Schema schema = server.schema("filling", 2)) {
            OurDesk desk = OurDesk.in(schema);
            String indexes = schema.text(INDEXES);
            List<String> steps = new ArrayList<>();
            Filling.fillCounted(desk, 5_100, steps::add);
            Filling.indexWords(desk);
            ActorDesk actor = desk.withCodes();

            assertThat(schema.text(INDEXES)).isEqualTo(indexes);
            assertThat(steps).contains("tickets from 1", "the indexes", "the cells");
            assertThat(actor.statistics().verify().differences()).isEmpty();
            assertThat(schema.number("SELECT count(*) FROM ticket_words")).isEqualTo(5_100);
            assertThat(schema.number("SELECT count(*) FROM ticket_unindexed")).isZero();
            assertThat(schema.text("SELECT string_agg(reference, ',' ORDER BY reference) FROM ticket"
                            + " WHERE search_text LIKE '% " + Filling.RARE_WORD + " %'"))
                    .isEqualTo("T-00000017,T-00005017");
            assertThat(actor.list(TicketQuery.builder().text(Filling.RARE_WORD).build())
                            .items())
                    .hasSize(2);
        }
    }

    @Test
    void whatIsFilledForReadingIsReportedTheSame(@TempDir Path data) throws Exception {
        StatisticsQuery everything = StatisticsQuery.builder().allTime().build();
        try (Server server = Server.start(data, false);
                Schema whole = server.schema("whole", 2);
                Schema reading = server.schema("reading", 2)) {
            OurDesk desk = OurDesk.in(whole);
            Filling.fillCounted(desk, 5_100, step -> {});
            OurDesk read = OurDesk.in(reading);
            Filling.fillForReading(read, 5_100, step -> {});

            assertThat(read.withCodes().statistics().report(everything))
                    .isEqualTo(desk.withCodes().statistics().report(everything));
            assertThat(read.withCodes().list(TicketQuery.all()))
                    .isEqualTo(desk.withCodes().list(TicketQuery.all()));
        }
    }
}
