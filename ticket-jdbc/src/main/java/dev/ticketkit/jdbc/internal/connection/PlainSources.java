package dev.ticketkit.jdbc.internal.connection;

import java.util.Set;
import javax.sql.DataSource;

/**
 * Sources of connections that are known to give each caller the same: a connection of its own to one database, as its settings say. Known by
 * their exact class: what extends or wraps one may look at who asks.
 */
final class PlainSources {
    private static final Set<String> CLASSES = Set.of(
            "com.zaxxer.hikari.HikariDataSource",
            "org.apache.commons.dbcp2.BasicDataSource",
            "org.apache.tomcat.jdbc.pool.DataSource",
            "com.mchange.v2.c3p0.ComboPooledDataSource",
            "org.postgresql.ds.PGSimpleDataSource",
            "org.h2.jdbcx.JdbcDataSource",
            "org.h2.jdbcx.JdbcConnectionPool");

    private PlainSources() {}

    static boolean has(DataSource source) {
        return CLASSES.contains(source.getClass().getName());
    }
}
