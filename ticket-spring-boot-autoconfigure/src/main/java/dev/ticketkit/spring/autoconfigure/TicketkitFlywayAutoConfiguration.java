package dev.ticketkit.spring.autoconfigure;

import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.spring.internal.schema.FlywayScript;
import dev.ticketkit.spring.internal.transaction.TicketDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;

/** The shipped scripts in the application's Flyway. */
@AutoConfiguration(
        after = TicketkitStorageAutoConfiguration.class,
        beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass({Flyway.class, FlywayConfigurationCustomizer.class})
@ConditionalOnBooleanProperty(name = "ticketkit.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "ticketkit.schema.mode", havingValue = "flyway")
public class TicketkitFlywayAutoConfiguration {
    /** Adds them to the migrations. */
    @Bean
    @ConditionalOnBean(TicketDataSource.class)
    public FlywayConfigurationCustomizer ticketFlywayScripts(TicketDataSource tickets, JdbcOptions options) {
        return flyway -> FlywayScript.addTo(flyway, tickets.dataSource(), options);
    }
}
