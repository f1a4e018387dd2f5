package dev.ticketkit.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Databases for tests: pooled, with a session time zone that is neither UTC nor the JVM's. */
final class TestDatabase {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestDatabase() {}

    static HikariDataSource postgres() {
        return postgres(PostgresServer.newDatabase());
    }

    private static HikariDataSource postgres(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        return pool(config);
    }

    static HikariDataSource h2() {
        return h2("mem:tickets" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    }

    /** @param place such as {@code mem:name} or {@code file:/path} */
    static HikariDataSource h2(String place) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:" + place + ";LOCK_TIMEOUT=20000");
        return pool(config);
    }

    static HikariDataSource of(SqlDialect dialect) {
        return dialect == SqlDialect.POSTGRESQL ? postgres() : h2();
    }

    /** A database with the tables of the default names. */
    static HikariDataSource withTables(SqlDialect dialect) {
        return dialect == SqlDialect.POSTGRESQL ? postgres(PostgresServer.newDatabaseWithTables()) : withTables(h2());
    }

    static <T extends DataSource> T withTables(T dataSource) {
        TicketSchema.create(dataSource);
        return dataSource;
    }

    private static HikariDataSource pool(HikariConfig config) {
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(0);
        config.setConnectionInitSql("SET TIME ZONE 'Asia/Kathmandu'");
        return new HikariDataSource(config);
    }
}
