package dev.ticketkit.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketWritingContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * In a file. What a file may break is what is written, when, and who waits for whom. Lists, searches and counts are the statements that
 * {@link H2ContractTest} tries in full, answered by the same engine from the same pages in memory.
 */
class H2FileContractTest extends TicketWritingContract {
    @TempDir
    private static Path folder;

    private static HikariDataSource dataSource;
    private static TicketStorage store;

    @BeforeAll
    static void open() {
        dataSource = TestDatabase.withTables(TestDatabase.h2("file:" + folder.resolve("tickets") + ";WRITE_DELAY=0"));
        store = JdbcStorage.owning(dataSource);
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    @Override
    protected TicketStorage storage() {
        return store;
    }
}
