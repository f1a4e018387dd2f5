package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Priority;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The present row of a result, read by column name. The methods without {@code OrNull} are for columns that are never null. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** Makes a value of a row. */
    public interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    public String text(String column) throws SQLException {
        return present(column, result.getString(column));
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    public UUID id(String column) throws SQLException {
        return present(column, idOrNull(column));
    }

    public @Nullable UUID idOrNull(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public long number(String column) throws SQLException {
        return result.getLong(column);
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? null : value;
    }

    public double decimal(String column) throws SQLException {
        return result.getDouble(column);
    }

    public int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    public @Nullable Integer integerOrNull(String column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? null : value;
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public byte[] bytes(String column) throws SQLException {
        return present(column, bytesOrNull(column));
    }

    public byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return result.getBytes(column);
    }

    public BigInteger sum(String column) throws SQLException {
        BigDecimal value = result.getBigDecimal(column);
        return value == null ? BigInteger.ZERO : value.toBigIntegerExact();
    }

    public Instant time(String column) throws SQLException {
        return present(column, timeOrNull(column));
    }

    public @Nullable Instant timeOrNull(String column) throws SQLException {
        return Times.fromDatabase(result.getObject(column, OffsetDateTime.class));
    }

    /**
     * A constant by its name.
     *
     * @throws IllegalArgumentException naming the column when there is none; {@link Sql} adds which row it is
     */
    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        String name = text(column);
        return named(name, type)
                .orElseThrow(() ->
                        new IllegalArgumentException(column + " is " + quoted(name) + ", which is not known here"));
    }

    /** A constant by its name, or another in its place when there is none. */
    public <E extends Enum<E>> E constantOr(String column, Class<E> type, E other) throws SQLException {
        String name = textOrNull(column);
        return name == null ? other : named(name, type).orElse(other);
    }

    public static <E extends Enum<E>> Optional<E> named(String name, Class<E> type) {
        try {
            return Optional.of(Enum.valueOf(type, name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Priority priority(String column) throws SQLException {
        int rank = integer(column);
        if (rank < Priority.LOWEST.rank() || rank > Priority.URGENT.rank()) {
            throw new IllegalArgumentException(column + " is " + rank + ", which is not known here");
        }
        return Priority.ofRank(rank);
    }

    /** Maps the row; what it cannot read is named with the row's ids. */
    public <T> T map(Mapper<T> mapper) throws SQLException {
        try {
            return mapper.map(this);
        } catch (RefusedException | IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
            throw UnreadableRow.error(result, e);
        }
    }

    private static String quoted(String text) {
        return "\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text).replaceAll("[^ -~]", "?") + "\"";
    }

    public boolean isNull(String column) throws SQLException {
        return result.getObject(column) == null;
    }

    public List<@Nullable String> texts(String column) throws SQLException {
        Array array = present(column, result.getArray(column));
        Object[] elements = (Object[]) array.getArray();
        List<@Nullable String> texts = new ArrayList<>(elements.length);
        for (Object element : elements) {
            texts.add((String) element);
        }
        return texts;
    }

    /** @throws IllegalArgumentException naming the column when it is null; {@link Sql} adds which row it is */
    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(column + " is null");
        }
        return value;
    }
}
