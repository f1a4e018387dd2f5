package dev.ticketkit.spring.internal.schema;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says what to do where the tables are missing. */
public final class SchemaFailureAnalyzer extends AbstractFailureAnalyzer<StorageException> {
    private final Environment environment;

    public SchemaFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, StorageException cause) {
        return cause.code() == TicketErrorCode.SCHEMA
                ? new FailureAnalysis(
                        "The tables of Ticketkit are not as this version needs them: " + cause.getMessage(),
                        action(environment
                                .getProperty("ticketkit.schema.mode", "")
                                .toLowerCase(Locale.ROOT)),
                        cause)
                : null;
    }

    private static String action(String mode) {
        return switch (mode) {
            case "flyway", "liquibase" ->
                "ticketkit.schema.mode is " + mode + ", but it did not make them: add spring-boot-starter-" + mode
                        + ", see that spring." + mode
                        + ".enabled is not false, and that it migrates the database of the tickets.";
            default ->
                "Set ticketkit.schema.mode to create, flyway or liquibase, or apply the scripts of"
                        + " TicketSchema.scripts yourself.";
        };
    }
}
