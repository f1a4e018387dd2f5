package dev.ticketkit.spring.leak;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.jdbc.TicketSchema;
import dev.ticketkit.mail.MailNotifier;
import dev.ticketkit.mail.MailTls;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spring.fixture.Runners;
import dev.ticketkit.spring.internal.adapter.PlainJson;
import dev.ticketkit.testkit.MemoryStorage;
import dev.ticketkit.webhook.WebhookDispatcher;
import dev.ticketkit.webhook.WebhookEndpoint;
import dev.ticketkit.webhook.WebhookSecret;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;

/** What an application did with one module before it was taken away. Loaded by the loader that is to go. */
public enum Departure {
    /** Decisions, validation, delivery threads, on the store in memory. */
    MEMORY(0) {
        @Override
        void use(Map<String, String> where) {
            work(TicketDesk.builder().storage(new MemoryStorage()));
        }
    },
    /** Tables in memory. */
    JDBC(0) {
        @Override
        void use(Map<String, String> where) throws Exception {
            onH2("jdbc:h2:mem:going");
        }
    },
    /** Tables in a file, which is kept away from interrupts by other threads. */
    JDBC_FILE(0) {
        @Override
        void use(Map<String, String> where) throws Exception {
            onH2("jdbc:h2:" + where.get("folder") + "/going");
        }
    },
    /** Mail, over a connection that would wait for the next one for ten minutes. */
    MAIL(1) {
        @Override
        void use(Map<String, String> where) {
            try (MailNotifier mail = MailNotifier.builder("localhost")
                    .port(Integer.parseInt(where.get("mail")))
                    .from("desk@example.org", null)
                    .tls(MailTls.NONE)
                    .idleTimeout(Duration.ofMinutes(10))
                    .build()) {
                work(TicketDesk.builder().storage(new MemoryStorage()).operators(OPERATORS, mail));
            }
        }
    },
    /** A webhook. */
    WEBHOOK(1) {
        @Override
        void use(Map<String, String> where) {
            work(TicketDesk.builder().storage(new MemoryStorage()).dispatcher(webhook(where.get("web"))));
        }
    },
    /** A whole application, with all of it. */
    SPRING(2) {
        @Override
        void use(Map<String, String> where) {
            Runners.desk(SqlDialect.H2)
                    .withBean(OperatorDirectory.class, () -> OPERATORS)
                    .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                    .withPropertyValues(
                            "spring.mail.host=localhost",
                            "spring.mail.port=" + where.get("mail"),
                            "ticketkit.mail.from=desk@example.org",
                            "ticketkit.mail.protection=none",
                            "ticketkit.webhook.url=http://localhost:" + where.get("web") + "/",
                            "ticketkit.webhook.secrets=" + SECRET,
                            "ticketkit.webhook.allow-http=true",
                            "ticketkit.webhook.allow-networks=127.0.0.0/8,::1/128",
                            "ticketkit.events.enabled=true",
                            "management.health.ticketkit.enabled=true")
                    .run(context -> {
                        TicketDesk desk = context.getBean(TicketDesk.class);
                        open(desk);
                        desk.stop(Duration.ofSeconds(20));
                        desk.drain();
                    });
        }
    };

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final OperatorDirectory OPERATORS =
            tenant -> List.of(new Operator("otto", "Otto", "otto@example.org", null));

    private final int sent;

    Departure(int sent) {
        this.sent = sent;
    }

    /** How many mails and webhooks leave it. */
    int sent() {
        return sent;
    }

    abstract void use(Map<String, String> where) throws Exception;

    /** By its name, from outside. */
    public static void run(String name, Map<String, String> where) throws Exception {
        valueOf(name).use(where);
        // What the application has registered in the JDK it takes back itself, as containers do for it.
        for (Driver each : Collections.list(DriverManager.getDrivers())) {
            DriverManager.deregisterDriver(each);
        }
    }

    private static void onH2(String url) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        try (Connection open = database.getConnection();
                Statement last = open.createStatement()) {
            TicketSchema.create(database);
            work(TicketDesk.builder().storage(JdbcStorage.owning(database)));
            last.execute("SHUTDOWN");
        }
    }

    private static WebhookDispatcher webhook(String port) {
        return WebhookDispatcher.builder(
                        PlainJson.writer(),
                        WebhookEndpoint.of("http://localhost:" + port + "/", List.of(WebhookSecret.parse(SECRET))))
                .allowHttp()
                .allowNetwork("127.0.0.0/8")
                .allowNetwork("::1/128")
                .build();
    }

    private static void work(TicketDeskBuilder builder) {
        try (TicketDesk desk = builder.build()) {
            desk.start();
            open(desk);
            desk.stop(Duration.ofSeconds(20));
            desk.drain();
        }
    }

    private static void open(TicketDesk desk) {
        desk.as("acme", Actor.operator("olga", "Olga"))
                .open(OpenTicket.builder()
                        .title("Late")
                        .contact(Contact.of("c-17", "Carla"))
                        .build());
    }
}
