package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Values for the parameters of a statement, by name. */
public final class Bindings {
    /** Each name has a place of its own in every set of values: commits have about a hundred, and hashing them all costs. */
    private static final Map<String, Integer> PLACES = new ConcurrentHashMap<>();

    private @Nullable Value[] values = new Value[160];
    private int size;

    private record Value(String type, @Nullable Object value, boolean array) {
        /**
         * What a null must be of: PostgreSQL takes an untyped one in a SELECT list for text. And of the very type that the driver gives to
         * other values, or the server plans the statement anew whenever a value comes after a null.
         */
        String nullType() {
            return array ? "_" + type : type.equals("text") ? "varchar" : type;
        }
    }

    /**
     * One array for each name, with a value for each row; null where no row has a value, which {@code unnest} fills up. A row's own array
     * stands in it as text that PostgreSQL can cast back.
     *
     * @param rows at least one; all have values for the names, of the same types
     */
    public static Bindings ofRows(List<Bindings> rows, Collection<String> names) {
        Bindings columns = new Bindings();
        for (String name : names) {
            columns.put(name, column(place(name), name, rows));
        }
        return columns;
    }

    public Bindings text(String name, @Nullable String value) {
        return put(name, "text", value);
    }

    public Bindings id(String name, @Nullable UUID value) {
        return put(name, "uuid", value);
    }

    public Bindings number(String name, @Nullable Long value) {
        return put(name, "int8", value);
    }

    public Bindings number(String name, long value) {
        return put(name, "int8", value);
    }

    public Bindings sum(String name, BigInteger value) {
        return put(name, "numeric", new BigDecimal(value));
    }

    public Bindings flag(String name, boolean value) {
        return put(name, "bool", value);
    }

    public Bindings bytes(String name, byte @Nullable [] value) {
        return put(name, "bytea", value);
    }

    public Bindings time(String name, @Nullable Instant value) {
        return put(name, "timestamptz", value == null ? null : Times.toDatabase(value));
    }

    public Bindings texts(String name, Collection<? extends @Nullable String> value) {
        return texts(name, value.toArray(String[]::new));
    }

    /** As {@link #texts(String, Collection)}, of an array that nobody changes afterwards. */
    public Bindings texts(String name, @Nullable String[] value) {
        return array(name, "text", value);
    }

    public Bindings ids(String name, Collection<UUID> value) {
        return array(name, "uuid", value.toArray(UUID[]::new));
    }

    /**
     * As {@link #ids}, for {@link EachOf}. Few are repeated until there are as many as the dialect wants an array to have.
     *
     * @param value each once
     */
    public Bindings anyOf(String name, Collection<UUID> value, Sql sql) {
        int shortest = sql.dialect().shortestArray();
        if (value.isEmpty() || value.size() >= shortest) {
            return ids(name, value);
        }
        List<UUID> repeated = new ArrayList<>(value);
        while (repeated.size() < shortest) {
            repeated.addAll(value);
        }
        return ids(name, repeated);
    }

    public Bindings numbers(String name, Collection<Long> value) {
        return array(name, "int8", value.toArray(Long[]::new));
    }

    public Bindings bytesList(String name, Collection<byte[]> value) {
        return array(name, "bytea", value.toArray(byte[][]::new));
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The text of a name that has one. */
    public String textOf(String name) {
        return (String) Objects.requireNonNull(value(place(name), name).value(), name);
    }

    /** The flag of a name that has one. */
    public boolean flagOf(String name) {
        return (Boolean) Objects.requireNonNull(value(place(name), name).value(), name);
    }

    public Bindings addAll(Bindings others) {
        for (int place = 0; place < others.values.length; place++) {
            Value value = others.values[place];
            if (value != null) {
                put(place, value);
            }
        }
        return this;
    }

    public void apply(PreparedStatement statement, SqlText.Form sql) throws SQLException {
        for (int i = 0; i < sql.size(); i++) {
            set(statement, i + 1, value(sql.place(i), sql.parameter(i)), sql.dialect());
        }
    }

    private static void set(PreparedStatement statement, int index, Value value, Dialect dialect) throws SQLException {
        Object object = value.value();
        if (object == null) {
            statement.setNull(index, Types.OTHER, value.nullType());
        } else if (value.array()) {
            dialect.setArray(statement, index, value.type(), (Object[]) object);
        } else if (object instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setObject(index, object);
        }
    }

    private static Value column(int place, String name, List<Bindings> rows) {
        Value first = rows.get(0).value(place, name);
        String type = first.array() ? "text" : first.type();
        Object[] column = emptyColumn(type, rows.size());
        boolean empty = true;
        for (int i = 0; i < column.length; i++) {
            Value value = rows.get(i).value(place, name);
            Object object = value.value();
            column[i] = object != null && value.array() ? ArrayLiteral.of((Object[]) object) : object;
            empty &= object == null;
        }
        return new Value(type, empty ? null : column, true);
    }

    private static @Nullable Object[] emptyColumn(String type, int size) {
        return switch (type) {
            case "text" -> new String[size];
            case "int8" -> new Long[size];
            case "bool" -> new Boolean[size];
            case "bytea" -> new byte[size][];
            default -> new Object[size];
        };
    }

    /** Where the value of a name stands. */
    static int place(String name) {
        Integer place = PLACES.get(name);
        return place != null ? place : newPlace(name);
    }

    private static synchronized int newPlace(String name) {
        Integer place = PLACES.get(name);
        if (place == null) {
            place = PLACES.size();
            PLACES.put(name, place);
        }
        return place;
    }

    private Value value(int place, String name) {
        Value value = place < values.length ? values[place] : null;
        if (value == null) {
            throw new IllegalStateException("no value for parameter " + name);
        }
        return value;
    }

    private Bindings put(String name, String type, @Nullable Object value) {
        return put(name, new Value(type, value, false));
    }

    private Bindings array(String name, String type, Object[] value) {
        return put(name, new Value(type, value, true));
    }

    private Bindings put(String name, Value value) {
        put(place(name), value);
        return this;
    }

    private void put(int place, Value value) {
        if (place >= values.length) {
            values = Arrays.copyOf(values, place + 32);
        }
        size += values[place] == null ? 1 : 0;
        values[place] = value;
    }
}
