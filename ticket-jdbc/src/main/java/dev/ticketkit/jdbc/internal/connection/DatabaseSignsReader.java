package dev.ticketkit.jdbc.internal.connection;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.DatabaseSigns;
import dev.ticketkit.jdbc.internal.sql.Hashes;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the signs of the database behind a connection. Only reads, and asks for nothing that could break a host's transaction. */
public final class DatabaseSignsReader {
    private final @Nullable String schema;
    private final SqlText secret;
    private final SqlText place;
    private final SqlText cluster;

    public DatabaseSignsReader(TableNames names, StoreSettings settings) {
        schema = settings.schema();
        secret = names.sql("SELECT secret FROM {ticket_key} WHERE id = 1");
        // Not every server lets everybody read its control file, and a function that may not be called fails even where
        // it is not reached.
        place = names.sql("""
                SELECT CONCAT(d.oid, '/', CAST(to_regclass('{ticket_event}') AS oid)) AS place,
                  has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') AS readable
                FROM pg_database d WHERE d.datname = current_database()""");
        cluster = SqlText.parse("SELECT CAST(c.system_identifier AS text) AS cluster FROM pg_control_system() c");
    }

    public DatabaseSigns read(Connection connection, Sql sql) throws SQLException {
        String key = secret(sql)
                .map(bytes -> Hashes.hex(HexFormat.of().formatHex(bytes)))
                .orElse("");
        String address = address(connection);
        return new DatabaseSigns(key, sql.dialect().namesItsFiles() ? place(sql) : address, address);
    }

    /** The key that was made with the tables. */
    public Optional<byte[]> secret(Sql sql) throws SQLException {
        return sql.first(secret, new Bindings(), row -> row.bytes("secret"));
    }

    private String place(Sql sql) throws SQLException {
        Optional<String> found = sql.first(place, new Bindings(), row -> row.flag("readable") ? row.text("place") : "");
        if (found.isEmpty() || found.get().isEmpty()) {
            return "";
        }
        return sql.first(cluster, new Bindings(), row -> row.text("cluster")).orElse("") + "/" + found.get();
    }

    private String address(Connection connection) throws SQLException {
        String url = String.valueOf(connection.getMetaData().getURL());
        int parameters = url.indexOf('?');
        return (parameters < 0 ? url : url.substring(0, parameters))
                + " " + connection.getCatalog()
                + " " + (schema == null ? connection.getSchema() : schema);
    }
}
