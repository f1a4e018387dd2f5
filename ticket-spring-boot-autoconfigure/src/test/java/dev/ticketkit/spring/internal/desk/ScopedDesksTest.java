package dev.ticketkit.spring.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.AutomationDesk;
import dev.ticketkit.core.desk.ContactDesk;
import dev.ticketkit.core.desk.DeliveryDesk;
import dev.ticketkit.core.desk.NotificationPreference;
import dev.ticketkit.core.desk.Statistics;
import dev.ticketkit.core.desk.StatusDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spring.fixture.Runners;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;

/** Desks as beans of a shorter scope than the application's, as a request's: the container makes subclasses of them that pass every call on. */
@Tag("B6")
class ScopedDesksTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final String CALL = "call";

    private final ApplicationContextRunner runner = Runners.desk(SqlDialect.H2).withUserConfiguration(OfOneCall.class);

    @Configuration(proxyBeanMethods = false)
    static class OfOneCall {
        @Bean
        static CustomScopeConfigurer scope() {
            CustomScopeConfigurer scopes = new CustomScopeConfigurer();
            scopes.addScope(CALL, new SimpleThreadScope());
            return scopes;
        }

        @Bean
        @Scope(scopeName = CALL, proxyMode = ScopedProxyMode.TARGET_CLASS)
        ActorDesk olgas(TicketDesk desk) {
            return desk.as(ACME, Actor.operator("olga", "Olga"));
        }

        @Bean
        @Scope(scopeName = CALL, proxyMode = ScopedProxyMode.TARGET_CLASS)
        ContactDesk adas(ActorDesk olgas) {
            return olgas.contact(Contact.of("c-1", "Ada"));
        }

        @Bean
        @Scope(scopeName = CALL, proxyMode = ScopedProxyMode.TARGET_CLASS)
        TicketHandle lamp(ContactDesk adas, ActorDesk olgas) {
            OpenTicket opening = OpenTicket.builder().title("Lamp").build();
            return olgas.ticket(adas.open(opening).ticket().id());
        }

        @Bean
        @Scope(scopeName = CALL, proxyMode = ScopedProxyMode.TARGET_CLASS)
        Statistics statistics(ActorDesk olgas) {
            return olgas.statistics();
        }

        @Bean
        @Scope(scopeName = CALL, proxyMode = ScopedProxyMode.TARGET_CLASS)
        NotificationPreference mail(ActorDesk olgas) {
            return olgas.mail();
        }

        @Bean
        @Scope(scopeName = CALL, proxyMode = ScopedProxyMode.TARGET_CLASS)
        StatusDesk statuses(ActorDesk olgas) {
            return olgas.statuses();
        }

        @Bean
        @Scope(scopeName = CALL, proxyMode = ScopedProxyMode.TARGET_CLASS)
        AutomationDesk automations(ActorDesk olgas) {
            return olgas.automations();
        }

        @Bean
        @Scope(scopeName = CALL, proxyMode = ScopedProxyMode.TARGET_CLASS)
        DeliveryDesk deliveries(TicketDesk desk) {
            return desk.deliveries();
        }
    }

    @Test
    void everyDeskWorksThroughTheContainersSubclass() {
        runner.run(context -> {
            TicketHandle lamp = subclassed(context, TicketHandle.class);
            assertThat(lamp.resolve().ticket().title()).isEqualTo("Lamp");
            assertThat(lamp.history()).hasSize(2);
            assertThat(subclassed(context, ActorDesk.class)
                            .list(TicketQuery.all())
                            .items())
                    .hasSize(1);
            assertThat(subclassed(context, ContactDesk.class)
                            .list(TicketQuery.all())
                            .items())
                    .hasSize(1);
            assertThat(subclassed(context, Statistics.class).report()).isNotNull();
            assertThat(subclassed(context, StatusDesk.class)
                            .impactOf("resolved")
                            .tickets())
                    .isEqualTo(1);
            assertThat(subclassed(context, AutomationDesk.class).list()).isEmpty();
            assertThat(subclassed(context, DeliveryDesk.class).parked(ACME, 10)).isEqualTo(List.of());
            NotificationPreference mail = subclassed(context, NotificationPreference.class);
            mail.switchOff();
            assertThat(mail.isOn()).isFalse();
        });
    }

    private static <T> T subclassed(ApplicationContext context, Class<T> type) {
        T bean = context.getBean(type);
        assertThat(bean.getClass()).isNotEqualTo(type).hasSuperclass(type);
        return bean;
    }
}
