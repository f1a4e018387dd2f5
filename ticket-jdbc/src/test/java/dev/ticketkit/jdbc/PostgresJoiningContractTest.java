package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.fixture.NamedTables;
import dev.ticketkit.jdbc.fixture.StatementRules;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.TransactionPerCall;
import dev.ticketkit.jdbc.fixture.source.RecordingDataSource;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/**
 * In transactions of the host, step by step, under names of the host's own: a statement that forgets them finds no table. By statements that a
 * distributed PostgreSQL takes too.
 */
@Tag("F58")
class PostgresJoiningContractTest extends TicketStorageContract {
    private static final RecordingDataSource RECORDED = new RecordingDataSource(named());
    private static final TicketStorage STORE = new TransactionPerCall(RECORDED.dataSource, NamedTables.OPTIONS);

    @Override
    protected TicketStorage storage() {
        return STORE;
    }

    private static DataSource named() {
        DataSource database = TestDatabase.postgres();
        TicketSchema.create(database, NamedTables.OPTIONS);
        return database;
    }

    @AfterAll
    static void everyStatementObeysTheRules() {
        String names = NamedTables.OPTIONS.schema() + "." + NamedTables.OPTIONS.tablePrefix();
        // The rules know the tables by the names they have without a host's.
        Set<String> plain =
                RECORDED.statements.stream().map(sql -> sql.replace(names, "")).collect(Collectors.toSet());
        StatementRules.assertObeyed(plain);
    }
}
