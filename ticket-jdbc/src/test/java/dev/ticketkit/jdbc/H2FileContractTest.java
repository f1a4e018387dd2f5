package dev.ticketkit.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2FileContractTest extends TicketStorageContract {
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
