package dev.ticketkit.spring.autoconfigure;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.HostConnections;
import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.spi.host.DeskListener;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spring.TicketkitProperties;
import dev.ticketkit.spring.internal.schema.SchemaAtStart;
import dev.ticketkit.spring.internal.schema.SchemaMigration;
import dev.ticketkit.spring.internal.transaction.CommittedTransactions;
import dev.ticketkit.spring.internal.transaction.SpringTransactions;
import dev.ticketkit.spring.internal.transaction.TicketDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Tickets in the database of the application: in its transaction where one is active, else committed by themselves. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JndiDataSourceAutoConfiguration"
        })
@ConditionalOnClass({TicketDesk.class, JdbcStorage.class, DataSourceUtils.class})
@ConditionalOnBooleanProperty(name = "ticketkit.enabled", matchIfMissing = true)
@ConditionalOnMissingBean(TicketStorage.class)
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(TicketkitProperties.class)
public class TicketkitStorageAutoConfiguration {
    /** Which data source has the tickets. */
    @Bean
    @ConditionalOnMissingBean
    public TicketDataSource ticketDataSource(ListableBeanFactory beans, TicketkitProperties properties) {
        return TicketDataSource.of(beans, properties.dataSource());
    }

    /** How the tables are written. */
    @Bean
    @ConditionalOnMissingBean
    public JdbcOptions ticketJdbcOptions(TicketkitProperties properties, ObjectProvider<DeskListener> listeners) {
        return properties.jdbcOptions(listeners.orderedStream().toList());
    }

    /** How the storage finds transactions. */
    @Bean
    @ConditionalOnMissingBean
    public HostConnections ticketHostConnections(TicketDataSource tickets) {
        return new SpringTransactions(tickets.dataSource());
    }

    /** Notes which transactions have committed; Boot gives it to the transaction managers it makes. */
    @Bean
    @ConditionalOnMissingBean
    public CommittedTransactions ticketCommittedTransactions() {
        return new CommittedTransactions();
    }

    /** The tables, looked at or made before anything uses them. */
    @Bean
    @ConditionalOnMissingBean
    @DependsOnDatabaseInitialization
    public SchemaAtStart ticketSchemaAtStart(
            TicketDataSource tickets,
            JdbcOptions options,
            TicketkitProperties properties,
            ObjectProvider<SchemaMigration> migrations) {
        return SchemaAtStart.of(
                properties.schema().mode(),
                tickets.dataSource(),
                options,
                migrations.orderedStream().toList());
    }

    /** The storage. */
    @Bean
    public TicketStorage ticketStorage(
            TicketDataSource tickets, HostConnections host, JdbcOptions options, SchemaAtStart schema) {
        return JdbcStorage.ambient(tickets.dataSource(), host, options);
    }
}
