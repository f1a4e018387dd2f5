package dev.ticketkit.samples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.testkit.TestDesk;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows of plain Java and of CDI compiles, commits, delivers and stops. */
class GuidePagesTest {
    private static final BlockingQueue<String> TOLD = new ArrayBlockingQueue<>(10);

    @TempDir
    private Path classes;

    private static DataSource database() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE shop_order (item VARCHAR(20) PRIMARY KEY)");
        }
        return database;
    }

    private Class<?> compiled(String page, String name) throws Exception {
        String code = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../../docs/guide/" + page)))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains("public class " + name + " "))
                .findFirst()
                .orElseThrow();
        ReadmeTest.compile(code, name, classes);
        return new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())
                .loadClass(name);
    }

    @Test
    void plainJavaCommitsAnOrderWithItsTicketAndTellsOperators() throws Exception {
        Class<?> shop = compiled("plain-java.md", "Shop");
        Notifier mail = notification -> {
            TOLD.add(notification.recipient().id());
            return DeliveryResult.DELIVERED;
        };
        try (AutoCloseable open = (AutoCloseable) shop.getConstructor(DataSource.class, List.class, Notifier.class)
                .newInstance(database(), List.of(new Operator("otto", "Otto", "otto@example.org", null)), mail)) {
            var order = shop.getMethod("order", String.class);
            assertThat(order.invoke(open, "A chair")).isEqualTo("T-000001");
            assertThat(TOLD.poll(30, TimeUnit.SECONDS)).isEqualTo("otto");
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> order.invoke(open, "A chair")))
                    .as("the row is there already")
                    .isNotNull();
            assertThat(order.invoke(open, "A table"))
                    .as("its ticket was rolled back")
                    .isEqualTo("T-000002");
        }
    }

    @Test
    void plainJavaFindsListsSearchesExportsCountsAndErases() throws Exception {
        TicketDesk desk = TestDesk.create().desk();
        ActorDesk host = desk.as("acme", Actor.host("shop"));
        for (int i = 0; i < 60; i++) {
            host.contact(Contact.of("c-" + i, "Bruno"))
                    .open(OpenTicket.builder().title("Deliver " + i).build());
        }
        Class<?> type = compiled("plain-java.md", "Office");
        Object office = type.getConstructor(TicketDesk.class).newInstance(desk);

        assertThat(type.getMethod("all").invoke(office)).isEqualTo(60);
        type.getMethod("take", String.class).invoke(office, "t-000001");
        assertThat(type.getMethod("open").invoke(office)).isEqualTo(59L);
        Page<?> found =
                (Page<?>) type.getMethod("search", String.class).invoke(office, "status:in-progress owner:me -spam");
        assertThat(found.items()).hasSize(1);
        StringWriter csv = new StringWriter();
        type.getMethod("export", Appendable.class).invoke(office, csv);
        assertThat(csv.toString()).contains("\"Deliver 0\";\"In Progress\"");
        assertThat(type.getMethod("forget", String.class).invoke(office, "c-0")).isEqualTo(1L);
    }

    /** What the host has: a data source, somebody who is logged in, a consumer. */
    @Singleton
    static class Host {
        @Produces
        @Singleton
        DataSource dataSource() throws Exception {
            return database();
        }

        @Produces
        Actor loggedIn() {
            return Actor.operator("anna", "Anna Rossi");
        }

        @Produces
        @Singleton
        EventConsumer consumer() {
            return new EventConsumer() {
                @Override
                public String name() {
                    return "listener";
                }

                @Override
                public DeliveryResult handle(DeliveredEvent event) {
                    TOLD.add("listener");
                    return DeliveryResult.DELIVERED;
                }
            };
        }
    }

    @Test
    void cdiInjectsTheDeskDeliversAndStopsItWithTheContainer() throws Exception {
        Class<?> desks = compiled("cdi.md", "TicketDesks");
        try (WeldContainer container = new Weld()
                .disableDiscovery()
                .addBeanClasses(desks, Host.class)
                .setClassLoader(desks.getClassLoader())
                .initialize()) {
            ActorDesk anna = container.select(ActorDesk.class).get();
            assertThat(anna.open(OpenTicket.builder()
                                    .title("Late")
                                    .contact(Contact.of("c-17", "Bruno"))
                                    .build())
                            .ticket()
                            .reference()
                            .value())
                    .isEqualTo("T-000001");
            assertThat(TOLD.poll(30, TimeUnit.SECONDS)).isEqualTo("listener");
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("ticketkit-delivery"));
    }
}
