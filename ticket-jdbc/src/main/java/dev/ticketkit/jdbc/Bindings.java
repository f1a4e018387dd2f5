package dev.ticketkit.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values for the parameters of a statement, by name. */
final class Bindings {
    private final Map<String, Value> values = new HashMap<>();

    private record Value(String type, @Nullable Object value, boolean array) {}

    Bindings text(String name, @Nullable String value) {
        return put(name, "text", value);
    }

    Bindings id(String name, @Nullable UUID value) {
        return put(name, "uuid", value);
    }

    Bindings number(String name, @Nullable Long value) {
        return put(name, "int8", value);
    }

    Bindings number(String name, long value) {
        return put(name, "int8", value);
    }

    Bindings flag(String name, boolean value) {
        return put(name, "bool", value);
    }

    Bindings bytes(String name, byte @Nullable [] value) {
        return put(name, "bytea", value);
    }

    Bindings time(String name, @Nullable Instant value) {
        return put(name, "timestamptz", value == null ? null : Times.toDatabase(value));
    }

    Bindings texts(String name, Collection<? extends @Nullable String> value) {
        return array(name, "text", value.toArray(String[]::new));
    }

    Bindings ids(String name, Collection<UUID> value) {
        return array(name, "uuid", value.toArray(UUID[]::new));
    }

    Bindings numbers(String name, Collection<Long> value) {
        return array(name, "int8", value.toArray(Long[]::new));
    }

    Bindings bytesList(String name, Collection<byte[]> value) {
        return array(name, "bytea", value.toArray(byte[][]::new));
    }

    /** How many there are. */
    int size() {
        return values.size();
    }

    Bindings addAll(Bindings others) {
        values.putAll(others.values);
        return this;
    }

    void apply(PreparedStatement statement, SqlText sql) throws SQLException {
        int index = 0;
        for (String name : sql.parameters()) {
            index++;
            Value value = values.get(name);
            if (value == null) {
                throw new IllegalStateException("no value for parameter " + name);
            }
            set(statement, index, value);
        }
    }

    private static void set(PreparedStatement statement, int index, Value value) throws SQLException {
        Object object = value.value();
        if (object == null) {
            // With its type: PostgreSQL takes an untyped null in a SELECT list for text.
            statement.setNull(index, Types.OTHER, value.type());
        } else if (value.array()) {
            statement.setArray(index, statement.getConnection().createArrayOf(value.type(), (Object[]) object));
        } else if (object instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setObject(index, object);
        }
    }

    private Bindings put(String name, String type, @Nullable Object value) {
        values.put(name, new Value(type, value, false));
        return this;
    }

    private Bindings array(String name, String type, Object[] value) {
        values.put(name, new Value(type, value, true));
        return this;
    }
}
