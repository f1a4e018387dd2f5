package dev.ticketkit.spring.internal.schema;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do where the tables are missing. */
public final class SchemaFailureAnalyzer extends AbstractFailureAnalyzer<StorageException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, StorageException cause) {
        return cause.code() == TicketErrorCode.SCHEMA
                ? new FailureAnalysis(
                        "The tables of Ticketkit are not as this version needs them: " + cause.getMessage(),
                        "Set ticketkit.schema.mode to create, flyway or liquibase, or apply the scripts of"
                                + " TicketSchema.scripts yourself.",
                        cause)
                : null;
    }
}
