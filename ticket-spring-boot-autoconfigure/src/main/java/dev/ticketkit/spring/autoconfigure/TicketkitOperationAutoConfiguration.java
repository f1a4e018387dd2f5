package dev.ticketkit.spring.autoconfigure;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spring.TicketkitProperties;
import dev.ticketkit.spring.internal.operation.DeliveryHealth;
import dev.ticketkit.spring.internal.operation.DeliveryMeters;
import dev.ticketkit.spring.internal.operation.DeskMeters;
import dev.ticketkit.spring.internal.operation.ParkedDeliveries;
import dev.ticketkit.spring.internal.operation.RecentBacklog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What those who operate the application see of the desk. */
@AutoConfiguration(
        after = TicketkitAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBean(TicketDesk.class)
public class TicketkitOperationAutoConfiguration {
    /** The backlog, read now and then. */
    @Bean
    @ConditionalOnMissingBean
    public RecentBacklog ticketRecentBacklog(TicketDesk desk, ObjectProvider<Clock> clock) {
        return new RecentBacklog(desk, clock.getIfAvailable(Clock::systemUTC));
    }

    /** Where there is Micrometer. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    static class Meters {
        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnSingleCandidate(MeterRegistry.class)
        DeskMeters ticketDeskMeters(MeterRegistry registry) {
            return new DeskMeters(registry);
        }

        @Bean
        @ConditionalOnMissingBean
        DeliveryMeters ticketDeliveryMeters(RecentBacklog backlog) {
            return new DeliveryMeters(backlog);
        }
    }

    /** Only where it is asked for: a host's probes must not depend on a mail server. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    @ConditionalOnBooleanProperty("management.health.ticketkit.enabled")
    static class HealthOfDelivery {
        @Bean
        @ConditionalOnMissingBean(name = "ticketkitHealthIndicator")
        HealthIndicator ticketkitHealthIndicator(RecentBacklog backlog, TicketkitProperties properties) {
            return new DeliveryHealth(backlog, properties.health().longestWait());
        }
    }

    /** Where the actuator shows it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
    static class ParkedEndpoint {
        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnAvailableEndpoint
        ParkedDeliveries ticketParkedDeliveries(TicketDesk desk) {
            return new ParkedDeliveries(desk);
        }
    }
}
