package dev.ticketkit.spring;

import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.spi.host.DeskListener;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set by {@code ticketkit.*}.
 *
 * @param enabled Whether the application gets a ticket desk.
 * @param dataSource Name of the DataSource bean that has the tickets; needed where there are several and none is primary.
 * @param automations Whether this process runs the tenants' automations; by default it does where there is a Jackson.
 * @param schema the tables
 * @param jdbc how they are written
 * @param delivery what is done in the background
 * @param notifications operators' notifications
 * @param events events of the application
 * @param mail mail over the server of spring.mail
 * @param webhook one webhook for all events
 * @param health the health indicator
 */
@ConfigurationProperties("ticketkit")
public record TicketkitProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String dataSource,
        @Nullable Boolean automations,
        @DefaultValue Schema schema,
        @DefaultValue Jdbc jdbc,
        @DefaultValue Delivery delivery,
        @DefaultValue Notifications notifications,
        @DefaultValue Events events,
        @DefaultValue Mail mail,
        @DefaultValue Webhook webhook,
        @DefaultValue Health health) {

    /** What happens to the tables when the application starts. */
    public enum SchemaMode {
        /** They must be there, as this version needs them. */
        VALIDATE,
        /** What is missing is created. */
        CREATE,
        /** The application's Flyway applies the shipped scripts, under its own history; then as VALIDATE. */
        FLYWAY,
        /** The application's Liquibase applies the shipped scripts, under its own history; then as VALIDATE. */
        LIQUIBASE,
        /** Nothing, until they are used. */
        NONE
    }

    /** How a connection to the mail server is protected. */
    public enum MailProtection {
        /** Begins in the clear and must go on with TLS. */
        STARTTLS,
        /** TLS from the first byte. */
        IMPLICIT,
        /** Not at all: on this machine or for tests. */
        NONE
    }

    /**
     * The tables.
     *
     * @param mode What happens to the tables when the application starts.
     * @param name Schema of the tables; the connection's own by default.
     * @param tablePrefix What stands before every table's name, such as desk_.
     */
    public record Schema(
            @DefaultValue("validate") SchemaMode mode,
            @Nullable String name,
            @DefaultValue("") String tablePrefix) {}

    /**
     * How the tables are written.
     *
     * @param groupCommit Whether commits of the same moment share a transaction, on PostgreSQL and outside the application's transactions.
     * @param lockWait How long a call waits for rows that others hold.
     * @param poolWithoutAutocommit Whether the pool makes its connections with autocommit off.
     */
    public record Jdbc(
            @DefaultValue("true") boolean groupCommit,
            @DefaultValue("10s") Duration lockWait,
            @DefaultValue("false") boolean poolWithoutAutocommit) {}

    /**
     * What is done in the background.
     *
     * @param enabled Whether this process delivers, and does the store's maintenance.
     * @param threads How many deliveries are handled at the same time.
     * @param lease After how long another process takes over what a dead one had.
     * @param longestHandling After how long a handler is interrupted.
     * @param batchSize How many deliveries a thread claims at once.
     * @param maxAttempts After how many attempts a delivery is parked.
     * @param firstDelay How long to wait after the first failure.
     * @param pollInterval How often to look when nothing wakes the desk up.
     */
    public record Delivery(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("2") int threads,
            @DefaultValue("1m") Duration lease,
            @DefaultValue("5m") Duration longestHandling,
            @DefaultValue("100") int batchSize,
            @DefaultValue("10") int maxAttempts,
            @DefaultValue("9s") Duration firstDelay,
            @DefaultValue("5s") Duration pollInterval) {

        /** The same for the desk. */
        public DeliveryOptions options() {
            return DeliveryOptions.builder()
                    .threads(threads)
                    .lease(lease)
                    .longestHandling(longestHandling)
                    .batchSize(batchSize)
                    .maxAttempts(maxAttempts)
                    .firstDelay(firstDelay)
                    .pollInterval(pollInterval)
                    .build();
        }
    }

    /**
     * Operators' notifications.
     *
     * @param skipAuthor Whether operators are not notified of what they did themselves.
     * @param window How long to gather events of a ticket for one notification; zero for not at all.
     */
    public record Notifications(
            @DefaultValue("false") boolean skipAuthor,
            @DefaultValue("0s") Duration window) {}

    /**
     * Events of the application.
     *
     * @param enabled Whether ticket events are published as TicketEventDelivered; retire the consumer application-events when this is switched off for good.
     */
    public record Events(@DefaultValue("false") boolean enabled) {}

    /**
     * Mail over the server of spring.mail; needs ticket-mail.
     *
     * @param from Sender of all mails, one address.
     * @param fromName Name shown beside it.
     * @param protection How the connection is protected; TLS from the first byte where spring.mail says so.
     */
    public record Mail(
            @Nullable String from,
            @Nullable String fromName,
            @DefaultValue("starttls") MailProtection protection) {}

    /**
     * One webhook for all events; needs ticket-webhook.
     *
     * @param url Where events are posted to.
     * @param secrets What they are signed with, each whsec_ and 24 to 64 bytes in Base64; two while they are being changed.
     * @param allowHttp Whether the address may be http, readable to all on the way.
     * @param allowNetworks Networks that are not public and may be posted to, such as 10.1.0.0/16.
     * @param timeLimit How long one delivery may take, up to a minute.
     */
    public record Webhook(
            @Nullable String url,
            @DefaultValue List<String> secrets,
            @DefaultValue("false") boolean allowHttp,
            @DefaultValue List<String> allowNetworks,
            @DefaultValue("20s") Duration timeLimit) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Webhook[" + secrets.size() + " secrets]";
        }
    }

    /**
     * The health indicator, which management.health.ticketkit.enabled=true switches on.
     *
     * @param longestWait How long the oldest delivery may wait before the application says that it is out of service.
     */
    public record Health(@DefaultValue("15m") Duration longestWait) {}

    /** The same for the storage. */
    public JdbcOptions jdbcOptions() {
        return jdbcOptions(List.of());
    }

    /** The same, with listeners. */
    public JdbcOptions jdbcOptions(List<DeskListener> listeners) {
        JdbcOptions.Builder options = JdbcOptions.builder()
                .schema(schema.name())
                .tablePrefix(schema.tablePrefix())
                .verifySchema(schema.mode() == SchemaMode.NONE)
                .groupCommit(jdbc.groupCommit())
                .lockWait(jdbc.lockWait())
                .poolWithoutAutocommit(jdbc.poolWithoutAutocommit());
        listeners.forEach(options::listener);
        return options.build();
    }
}
