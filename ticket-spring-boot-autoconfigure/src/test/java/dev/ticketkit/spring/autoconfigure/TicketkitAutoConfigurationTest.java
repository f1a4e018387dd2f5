package dev.ticketkit.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.HostConnections;
import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.mail.MailNotifier;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.FieldSource;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.host.TriggerDispatcher;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spring.CurrentActor;
import dev.ticketkit.spring.TicketDeskCustomizer;
import dev.ticketkit.spring.TicketEventDelivered;
import dev.ticketkit.spring.fixture.Databases;
import dev.ticketkit.spring.fixture.Runners;
import dev.ticketkit.spring.internal.desk.DeskLifecycle;
import dev.ticketkit.testkit.MemoryStorage;
import dev.ticketkit.webhook.WebhookDispatcher;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Which beans an application gets, and what becomes of those it has. */
@Tag("B6")
class TicketkitAutoConfigurationTest {
    private static final OperatorDirectory OTTO =
            tenant -> List.of(new Operator("otto", "Otto", "otto@example.org", "en"));

    private final ConcurrentLinkedQueue<Notification> notified = new ConcurrentLinkedQueue<>();
    private final Notifier notifier = notification -> {
        notified.add(notification);
        return DeliveryResult.DELIVERED;
    };

    private static ApplicationContextRunner memory() {
        return Runners.bare()
                .withPropertyValues("ticketkit.delivery.enabled=false")
                .withBean(TicketStorage.class, MemoryStorage::new);
    }

    private static Ticket open(TicketDesk desk) {
        return desk.as("acme", Actor.operator("olga", "Olga"))
                .open(OpenTicket.builder()
                        .title("Late")
                        .contact(Contact.of("c", "Carla"))
                        .build())
                .ticket();
    }

    @Test
    void givesADeskThatOpensATicketWithOneProperty() {
        Runners.desk(SqlDialect.H2).run(context -> {
            assertThat(context).hasSingleBean(TicketDesk.class).hasSingleBean(JdbcStorage.class);
            assertThat(open(context.getBean(TicketDesk.class)).reference().value())
                    .isEqualTo("T-000001");
            assertThat(context.getBean(DeskLifecycle.class).isRunning()).isTrue();
        });
    }

    @Test
    void givesNothingWithoutADatabaseOrWhereItIsSwitchedOff() {
        Runners.bare().run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TicketDesk.class));
        Runners.desk(SqlDialect.H2)
                .withPropertyValues("ticketkit.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TicketDesk.class));
    }

    @Test
    void takesTheApplicationsOwnStorageDeskOptionsAndConnections() {
        MemoryStorage storage = new MemoryStorage();
        TicketDesk desk = TicketDesk.builder().storage(storage).build();
        memory().withBean(TicketDesk.class, () -> desk).run(context -> {
            assertThat(context.getBean(TicketDesk.class)).isSameAs(desk);
            assertThat(context).doesNotHaveBean(JdbcStorage.class).hasSingleBean(TicketStorage.class);
        });
        JdbcOptions options = JdbcOptions.builder().tablePrefix("own_").build();
        HostConnections none = HostConnections.held(() -> null);
        Runners.desk(SqlDialect.H2)
                .withBean(JdbcOptions.class, () -> options)
                .withBean(HostConnections.class, () -> none)
                .run(context -> {
                    assertThat(context.getBean(JdbcOptions.class)).isSameAs(options);
                    assertThat(context.getBean(HostConnections.class)).isSameAs(none);
                    open(context.getBean(TicketDesk.class));
                });
    }

    @Test
    void asksTheApplicationsAccessPolicy() {
        memory().withBean(AccessPolicy.class, () -> Mockito.mock(AccessPolicy.class))
                .run(context -> assertThatThrownBy(() -> open(context.getBean(TicketDesk.class)))
                        .isInstanceOf(ForbiddenException.class));
    }

    @Test
    void refusesToChooseBetweenTwoAccessPolicies() {
        memory().withBean("one", AccessPolicy.class, AccessPolicy::defaults)
                .withBean("two", AccessPolicy.class, AccessPolicy::defaults)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void asksTheApplicationsClock() {
        Instant then = Instant.parse("2026-01-02T03:04:05Z");
        memory().withBean(Clock.class, () -> Clock.fixed(then, ZoneOffset.UTC)).run(context -> assertThat(
                        open(context.getBean(TicketDesk.class)).openedAt())
                .isEqualTo(then));
    }

    @Test
    void validatesWithTheApplicationsValidator() {
        Validator validator = Mockito.spy(Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator());
        memory().withBean(Validator.class, () -> validator).run(context -> {
            open(context.getBean(TicketDesk.class));
            assertThat(Mockito.mockingDetails(validator).getInvocations()).isNotEmpty();
        });
    }

    @Test
    void notifiesTheOperatorsOfTheApplicationsDirectory() {
        memory().withBean(OperatorDirectory.class, () -> OTTO)
                .withBean(Notifier.class, () -> notifier)
                .run(context -> {
                    TicketDesk desk = context.getBean(TicketDesk.class);
                    desk.drain();
                    open(desk);
                    desk.drain();
                    assertThat(notified)
                            .extracting(each -> each.recipient().id())
                            .containsExactly("otto");
                });
    }

    @Test
    void sendsByNameWhereThereAreTwoNotifiers() {
        Notifier other = notification -> {
            throw new AssertionError("not this one");
        };
        memory().withBean(OperatorDirectory.class, () -> OTTO)
                .withBean("operatorNotifier", Notifier.class, () -> notifier)
                .withBean("contactNotifier", Notifier.class, () -> other)
                .run(context -> {
                    TicketDesk desk = context.getBean(TicketDesk.class);
                    desk.drain();
                    open(desk);
                    desk.drainWithRetries();
                    assertThat(notified).hasSize(1);
                });
    }

    @Test
    void whatWritesToContactsAloneNotifiesNoOperator() {
        memory().withBean(OperatorDirectory.class, () -> OTTO)
                .withBean("contactNotifier", Notifier.class, () -> notifier)
                .run(context -> {
                    TicketDesk desk = context.getBean(TicketDesk.class);
                    desk.drain();
                    open(desk);
                    desk.drainWithRetries();
                    assertThat(notified).isEmpty();
                    assertThat(desk.deliveries().consumers()).doesNotContain("operators");
                });
    }

    @Test
    void handsEventsToTheApplicationsDispatcherAndListeners() {
        AtomicReference<Dispatch> dispatched = new AtomicReference<>();
        AtomicReference<Object> heard = new AtomicReference<>();
        memory().withPropertyValues("ticketkit.events.enabled=true")
                .withBean(TriggerDispatcher.class, () -> dispatch -> {
                    dispatched.set(dispatch);
                    return DeliveryResult.DELIVERED;
                })
                .withInitializer(context -> context.addApplicationListener(
                        (ApplicationListener<PayloadApplicationEvent<?>>) event -> heard.set(event.getPayload())))
                .run(context -> {
                    TicketDesk desk = context.getBean(TicketDesk.class);
                    desk.drain();
                    Ticket ticket = open(desk);
                    desk.drain();
                    assertThat(dispatched.get().ticket().id()).isEqualTo(ticket.id());
                    assertThat(heard.get()).isInstanceOfSatisfying(TicketEventDelivered.class, event -> {
                        assertThat(event.ticket().id()).isEqualTo(ticket.id());
                        assertThat(event.attempt()).isEqualTo(1);
                    });
                });
    }

    @Test
    void customizersComeLastAndFieldSourcesAreTaken() {
        FieldSource fields = (tenant, contact) -> Map.of();
        memory().withBean(FieldSource.class, () -> fields)
                .withBean(
                        TicketDeskCustomizer.class,
                        () -> builder -> builder.afterCommit(() -> {
                            throw new IllegalStateException("logged");
                        }))
                .run(context ->
                        assertThat(open(context.getBean(TicketDesk.class))).isNotNull());
    }

    @Test
    void injectedActorDeskAsksAtEachCall() {
        AtomicReference<String> tenant = new AtomicReference<>("acme");
        memory().withBean(CurrentActor.class, () -> desk -> desk.as(tenant.get(), Actor.operator("olga", "Olga")))
                .run(context -> {
                    ActorDesk olga = context.getBean(ActorDesk.class);
                    open(context.getBean(TicketDesk.class));
                    assertThat(olga.list(dev.ticketkit.spi.query.TicketQuery.all())
                                    .items())
                            .hasSize(1);
                    tenant.set("other");
                    assertThat(olga.list(dev.ticketkit.spi.query.TicketQuery.all())
                                    .items())
                            .isEmpty();
                });
    }

    @Test
    void mailsOverTheServerOfSpringMailUnlessThereIsANotifier() {
        ApplicationContextRunner mail = memory().withPropertyValues(
                        "spring.mail.host=localhost",
                        "ticketkit.mail.from=desk@example.org",
                        "ticketkit.mail.protection=none");
        mail.run(context -> assertThat(context).hasSingleBean(MailNotifier.class));
        mail.withBean(Notifier.class, () -> notifier)
                .run(context -> assertThat(context.getBean(Notifier.class)).isSameAs(notifier));
    }

    @Test
    void postsToTheWebhookOfThePropertiesUnlessThereIsADispatcher() {
        TriggerDispatcher own = dispatch -> DeliveryResult.DELIVERED;
        ApplicationContextRunner webhook = memory().withPropertyValues(
                        "ticketkit.webhook.url=https://example.org/hook",
                        "ticketkit.webhook.secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        webhook.run(context -> assertThat(context).hasSingleBean(WebhookDispatcher.class));
        webhook.withBean(TriggerDispatcher.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(TriggerDispatcher.class)).isSameAs(own));
    }

    @Test
    void takesTheNamedOneOfSeveralDataSourcesAndElseSaysWhichThereAre() {
        ApplicationContextRunner two = Runners.bare()
                .withPropertyValues("ticketkit.schema.mode=create")
                .withBean("orders", DataSource.class, TicketkitAutoConfigurationTest::database)
                .withBean("tickets", DataSource.class, TicketkitAutoConfigurationTest::database);
        two.withPropertyValues("ticketkit.data-source=tickets").run(context -> {
            open(context.getBean(TicketDesk.class));
            assertThat(hasTickets(context.getBean("tickets", DataSource.class))).isTrue();
            assertThat(hasTickets(context.getBean("orders", DataSource.class))).isFalse();
        });
        two.run(context -> assertThat(context).getFailure().rootCause().isNotNull());
        two.run(context -> assertThat(context.getStartupFailure())
                .hasStackTraceContaining("ticketkit.data-source")
                .hasStackTraceContaining("[orders, tickets]"));
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(Databases.h2());
        return database;
    }

    private static boolean hasTickets(DataSource database) throws java.sql.SQLException {
        try (var connection = database.getConnection();
                var tables = connection.getMetaData().getTables(null, "PUBLIC", "TICKET", null)) {
            return tables.next();
        }
    }

    @Test
    void isPausedAndResumedWithItsContext() {
        Runners.desk(SqlDialect.H2)
                .withBean(OperatorDirectory.class, () -> OTTO)
                .withBean(Notifier.class, () -> notifier)
                .withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=20s")
                .run(context -> {
                    TicketDesk desk = context.getBean(TicketDesk.class);
                    var application = context.getSourceApplicationContext();
                    ((org.springframework.context.Lifecycle) application).stop();
                    assertThat(context.getBean(DeskLifecycle.class).isRunning()).isFalse();
                    open(desk);
                    ((org.springframework.context.Lifecycle) application).start();
                    assertThat(context.getBean(DeskLifecycle.class).isRunning()).isTrue();
                    assertThat(desk.stop(Duration.ofMinutes(1))).isTrue();
                });
    }
}
