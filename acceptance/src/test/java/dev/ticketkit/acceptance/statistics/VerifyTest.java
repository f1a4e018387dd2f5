package dev.ticketkit.acceptance.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.Statistics;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.core.statistics.StatisticsReport;
import dev.ticketkit.core.statistics.Verification;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("B5")
class VerifyTest extends DeskFixture {
    private static final long SEED = 4_711;
    private static final List<String> STATUSES =
            List.of("open", "in-progress", "waiting", "resolved", "closed", "terminated", "own");
    private static final List<String> CATEGORIES =
            List.of("Alpha", "alpha", "Beta", "Gamma", "Delta", "STRASSE", "Straße");

    private final Random random = new Random(SEED);
    private final List<Ticket> tickets = new ArrayList<>();

    VerifyTest(Store store) {
        super(store);
    }

    @Test
    void holdsAfterALifeOfAnySort() {
        olga().catalogue().addStatus("own", "Own", MacroStatus.TERMINATED);
        for (int i = 0; i < 500; i++) {
            later(Duration.ofSeconds(random.nextInt(100_000)));
            step();
            if (random.nextInt(10) == 0) {
                store.storage().maintenance().run(1 + random.nextInt(20));
            }
            if (i % 100 == 99) {
                assertHolds(i);
            }
        }
    }

    private void assertHolds(int step) {
        Statistics statistics = olga().statistics();
        Verification verification = statistics.verify();
        List<Ticket> all = walk(olga(), TicketQuery.builder().limit(200).build());
        long open = all.stream().filter(ticket -> ticket.closedAt() == null).count();
        StatisticsReport report =
                statistics.report(StatisticsQuery.builder().allTime().build());

        assertThat(verification.differences())
                .as("seed %d, step %d", SEED, step)
                .isEmpty();
        assertThat(verification.holds()).isTrue();
        assertThat(verification.tickets()).isEqualTo(all.size());
        assertThat(report.tickets()).isEqualTo(all.size());
        assertThat(report.closingTime().closed()).isEqualTo(all.size() - open);
        assertThat(report.reopenings())
                .isEqualTo(all.stream().mapToLong(Ticket::reopenings).sum());
        assertThat(statistics
                        .report(StatisticsQuery.builder()
                                .basis(CountBasis.OPEN_NOW)
                                .build())
                        .tickets())
                .isEqualTo(open);
    }

    private void step() {
        int kind = tickets.size() < 5 ? 0 : random.nextInt(20);
        if (kind < 5) {
            open();
            return;
        }
        Ticket ticket = tickets.get(random.nextInt(tickets.size()));
        switch (kind) {
            case 5 -> handle(ticket).delete();
            case 6 -> handle(ticket).restore();
            case 7 -> catalogue();
            case 8 -> attempt(() -> note(ticket));
            case 9 -> attempt(() -> changed(ticket, change().clear(Clearable.CATEGORY)));
            default -> attempt(() -> changed(ticket, anything()));
        }
    }

    private void note(Ticket ticket) {
        if (random.nextBoolean()) {
            handle(ticket).addPublicNote("n");
        } else {
            handle(ticket).addInternalNote("n");
        }
    }

    private void open() {
        OpenTicket.Builder command = ticket("t").priority(oneOf(List.of(Priority.values())));
        if (random.nextBoolean()) {
            command.category(oneOf(CATEGORIES));
        }
        if (random.nextInt(3) == 0) {
            command.status(oneOf(STATUSES));
        }
        tickets.add(opened(command));
    }

    private ChangeTicket.Builder anything() {
        ChangeTicket.Builder command = change().status(oneOf(STATUSES));
        if (random.nextBoolean()) {
            command.category(oneOf(CATEGORIES));
        }
        return random.nextBoolean() ? command.priority(oneOf(List.of(Priority.values()))) : command;
    }

    private void catalogue() {
        String one = oneOf(CATEGORIES);
        String other = oneOf(CATEGORIES);
        if (random.nextBoolean()) {
            attempt(() -> olga().catalogue().renameCategory(one, one + " " + random.nextInt(3)));
        } else {
            attempt(() -> olga().catalogue().mergeCategory(one, other));
        }
    }

    /** On a deleted ticket or an unknown category a step does nothing. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (TicketException e) {
            assertThat(e.code().name()).isIn("NOT_FOUND", "TAKEN");
        }
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
