package dev.ticketkit.spring.autoconfigure;

import dev.ticketkit.spring.internal.schema.LiquibaseScripts;
import dev.ticketkit.spring.internal.schema.SchemaMigration;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The shipped scripts in the change log of the application's Liquibase. */
@AutoConfiguration(afterName = "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration")
@ConditionalOnClass(SpringLiquibase.class)
@ConditionalOnBooleanProperty(name = "ticketkit.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "ticketkit.schema.mode", havingValue = "liquibase")
public class TicketkitLiquibaseAutoConfiguration {
    /** Applies them after the application's own changes. */
    @Bean
    @ConditionalOnBean(SpringLiquibase.class)
    public SchemaMigration ticketLiquibaseScripts(SpringLiquibase host) {
        return new LiquibaseScripts(host);
    }
}
