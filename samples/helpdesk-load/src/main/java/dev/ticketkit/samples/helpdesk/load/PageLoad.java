package dev.ticketkit.samples.helpdesk.load;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.helpdesk.HelpDesk;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Locale;
import java.util.OptionalLong;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the help desk on a PostgreSQL of its own, brings in tickets, signs in as an operator of everything and asks for each kind of page many
 * times. {@code -Dtickets=} (100000) and {@code -Drounds=} (300) say otherwise; {@code -Djdbc=}, {@code -Duser=} and {@code -Dpassword=} name
 * another server, whose database is empty.
 */
public final class PageLoad {
    private PageLoad() {}

    /** Prints a table. */
    public static void main(String[] arguments) throws Exception {
        String url = System.getProperty("jdbc", "");
        if (!url.isEmpty()) {
            ask(url, System.getProperty("user", ""), System.getProperty("password", ""));
            return;
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "512MB")
                .start()) {
            ask(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        }
    }

    private static void ask(String url, String user, String password) throws Exception {
        try (ConfigurableApplicationContext application = SpringApplication.run(
                HelpDesk.class,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=" + password,
                "--server.port=0")) {
            TicketDesk desk = application.getBean(TicketDesk.class);
            int tickets = Integer.getInteger("tickets", 100_000);
            long start = System.nanoTime();
            ManyTickets.bringIn(desk, tickets);
            settle(desk);
            System.out.printf(
                    Locale.ROOT,
                    "%d tickets were brought in within %d s%n",
                    tickets,
                    (System.nanoTime() - start) / 1_000_000_000L);
            String port = application.getEnvironment().getRequiredProperty("local.server.port");
            Visitor visitor = Visitor.signedIn("http://localhost:" + port, "anna");
            new Questions(visitor, Integer.getInteger("rounds", 300)).ask(System.out);
        }
    }

    /** Waits until nothing is left to be delivered or rolled up, as at any later moment. */
    private static void settle(TicketDesk desk) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            desk.drain();
            OptionalLong waiting = desk.deliveries().waitingMaintenance();
            if (waiting.isEmpty() || waiting.getAsLong() == 0) {
                return;
            }
            Thread.sleep(1_000);
        }
    }
}
