package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.ReferenceRequest;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

/** Counters of references without gaps. The row stays locked until the transaction ends, so numbers come in order of commits. */
public final class SeriesTable {
    private static final int LOOK_AHEAD = 500;

    /** How many sets of numbers beyond the counter there are to choose from. */
    private static final int PLACES = 1_000;

    private final SqlText next;
    private final SqlText increment;
    private final SqlText begin;
    private final SqlText decrement;
    private final SqlText raise;
    private final SqlText last;
    private final SqlText taken;

    public SeriesTable(TableNames names) {
        next = names.sql("""
                INSERT INTO {ticket_series} AS s (tenant_id, series, last_number) VALUES (:tenant_id, :series, :count)
                ON CONFLICT (tenant_id, series) DO UPDATE SET last_number = s.last_number + excluded.last_number
                RETURNING last_number""");
        increment = names.sql("""
                UPDATE {ticket_series} SET last_number = last_number + CAST(:count AS bigint)
                WHERE tenant_id = :tenant_id AND series = :series""");
        begin = names.insert("""
                INSERT INTO {ticket_series} (tenant_id, series, last_number) VALUES (:tenant_id, :series, :number)""");
        decrement = names.sql("""
                UPDATE {ticket_series} SET last_number = last_number - 1
                WHERE tenant_id = :tenant_id AND series = :series""");
        raise = names.sql("""
                UPDATE {ticket_series} SET last_number = GREATEST(last_number, CAST(:number AS bigint))
                WHERE tenant_id = :tenant_id AND series = :series""");
        last = names.sql("""
                SELECT last_number FROM {ticket_series} WHERE tenant_id = :tenant_id AND series = :series""");
        taken = names.sql(SeriesTable::taken);
    }

    private static String taken(Dialect dialect) {
        return dialect.looksUpSeveral()
                ? """
                SELECT reference_hash FROM {ticket_event}
                WHERE tenant_id = :tenant_id AND reference_hash = ANY(:hashes)"""
                : "SELECT e.reference_hash FROM " + dialect.elements("hashes", dialect.bytes(), "hash")
                        + " JOIN {ticket_event} e ON e.tenant_id = :tenant_id AND e.reference_hash = u.hash";
    }

    /** Takes the next number. */
    public long take(Sql sql, TenantId tenant, String series) throws SQLException {
        return take(sql, tenant, series, 1);
    }

    /** Takes the next numbers; the last of them. */
    public long take(Sql sql, TenantId tenant, String series, int count) throws SQLException {
        Bindings row = row(tenant, series).number("count", count);
        if (sql.dialect().writesInOneStatement()) {
            return sql.first(next, row, each -> each.number("last_number")).orElseThrow();
        }
        if (sql.update(increment, row) == 0 && !sql.insert(begin, row.number("number", count))) {
            sql.update(increment, row);
        }
        return last(sql, tenant, series);
    }

    /** Gives back the number that this transaction took last. Nobody else can have taken one since: the row is locked. */
    void giveBack(Sql sql, TenantId tenant, String series) throws SQLException {
        sql.update(decrement, row(tenant, series));
    }

    /** Moves the counter past numbers whose references were set by hand. Says whether there were any. */
    public boolean passTaken(Sql sql, TenantId tenant, ReferenceRequest request) throws SQLException {
        long first = last(sql, tenant, request.series()) + 1;
        long free = first;
        Set<ByteBuffer> known = taken(sql, tenant, request, free);
        while (known.contains(hash(sql, tenant, request, free))) {
            free++;
            if ((free - first) % LOOK_AHEAD == 0) {
                known = taken(sql, tenant, request, free);
            }
        }
        if (free == first) {
            return false;
        }
        pass(sql, tenant, request.series(), free - 1);
        return true;
    }

    /**
     * The first of some numbers beyond those that were given, without taking them: where the counter cannot be moved, since whoever moves it
     * in a host's transaction holds it until that ends. By chance, so that others who do the same at this moment get different ones; the
     * commit refuses a number that is taken all the same.
     */
    public long beyond(Sql sql, TenantId tenant, ReferenceRequest request, int count) throws SQLException {
        long given = last(sql, tenant, request.series());
        long first;
        do {
            first = given + 1 + (long) count * ThreadLocalRandom.current().nextInt(1, PLACES);
        } while (taken(sql, tenant, request, first).contains(hash(sql, tenant, request, first)));
        return first;
    }

    /** Moves the counter past a number, unless it is there already. */
    public void pass(Sql sql, TenantId tenant, String series, long number) throws SQLException {
        Bindings row = row(tenant, series).number("number", number);
        if (sql.update(raise, row) == 0 && !sql.insert(begin, row)) {
            sql.update(raise, row);
        }
    }

    private long last(Sql sql, TenantId tenant, String series) throws SQLException {
        return sql.first(last, row(tenant, series), row -> row.number("last_number"))
                .orElse(0L);
    }

    private Set<ByteBuffer> taken(Sql sql, TenantId tenant, ReferenceRequest request, long from) throws SQLException {
        List<byte[]> candidates = LongStream.range(from, from + LOOK_AHEAD)
                .mapToObj(number -> hash(sql, tenant, request, number).array())
                .toList();
        Bindings bindings = new Bindings().text("tenant_id", tenant.value()).bytesList("hashes", candidates);
        return new HashSet<>(sql.list(taken, bindings, SeriesTable::hash));
    }

    private static ByteBuffer hash(Row row) throws SQLException {
        byte[] hash = row.bytesOrNull("reference_hash");
        return ByteBuffer.wrap(hash == null ? new byte[0] : hash);
    }

    private static ByteBuffer hash(Sql sql, TenantId tenant, ReferenceRequest request, long number) {
        return ByteBuffer.wrap(sql.hashes().of(tenant, request.format(number)));
    }

    private static Bindings row(TenantId tenant, String series) {
        return new Bindings().text("tenant_id", tenant.value()).text("series", series);
    }
}
