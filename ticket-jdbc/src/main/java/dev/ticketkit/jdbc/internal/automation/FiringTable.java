package dev.ticketkit.jdbc.internal.automation;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.dialect.RowLock;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.Firing;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * What the host fired. Whoever adds text about a firing holds its row and looks whether it was erased; the erasure takes the rows
 * first, and so overlooks nothing.
 */
public final class FiringTable {
    /**
     * No delivery of an event waits or is parked; the table with the event and its column are to be filled in. A count, looked up row
     * by row: what asks for existence becomes a join over all deliveries.
     */
    static final String NONE_UNFINISHED = """
            0 = (SELECT COUNT(*) FROM {ticket_delivery} d
              WHERE d.tenant_id = :tenant_id AND d.tenant_id = %s.tenant_id AND d.event_id = %s
                AND d.state IN ('PENDING', 'PARKED'))""";

    /** The erased firings of a contact; {@code %s} stands for the table they are looked up for. */
    public static final String ERASED = """
            (SELECT f.id FROM {ticket_firing} f
              WHERE f.tenant_id = :tenant_id AND f.tenant_id = %s.tenant_id AND f.contact_id = :contact_id
                AND f.document IS NULL)""";

    private static final int HASH_LENGTH = 32;

    private final SqlText insert;
    private final SqlText find;
    private final SqlText findStored;
    private final SqlText hold;
    private final SqlText erase;
    private final SqlText forget;
    private final SqlText purge;

    public FiringTable(TableNames names) {
        insert = names.insert("""
                INSERT INTO {ticket_firing} (tenant_id, id, contact_id, fired_at, body_hash, document)
                VALUES (:tenant_id, :event_id, :contact_id, :fired_at, :body_hash, :document)""");
        String read = """
                SELECT f.contact_id, f.fired_at, f.body_hash, f.document FROM {ticket_firing} f
                WHERE f.tenant_id = :tenant_id AND f.id = :event_id""";
        find = names.sql(read);
        findStored = names.sql(dialect -> read + dialect.lockStored());
        hold = names.sql(FiringTable::hold);
        erase = names.sql("""
                UPDATE {ticket_firing} SET document = NULL
                WHERE tenant_id = :tenant_id AND contact_id = :contact_id AND document IS NOT NULL""");
        forget = names.sql("""
                UPDATE {ticket_firing} SET contact_id = :nobody, body_hash = :no_hash
                WHERE tenant_id = :tenant_id AND contact_id = :contact_id AND document IS NULL""");
        purge = names.sql("""
                DELETE FROM {ticket_firing} f
                WHERE f.tenant_id = :tenant_id AND f.fired_at < :before
                  AND 0 = (SELECT COUNT(*) FROM {ticket_execution} r
                    WHERE r.tenant_id = :tenant_id AND r.tenant_id = f.tenant_id AND r.event_id = f.id)
                  AND\s""" + NONE_UNFINISHED.formatted("f", "f.id"));
    }

    /** A statement that keeps an erasure waiting. */
    public static String hold(Dialect dialect) {
        return "SELECT f.document IS NULL AS erased FROM {ticket_firing} f"
                + " WHERE f.tenant_id = :tenant_id AND f.id = :event_id "
                + dialect.lock(RowLock.SHARE);
    }

    /** Stores a firing, unless there is one under its id. */
    public boolean insert(Sql sql, Firing firing) throws SQLException {
        Bindings row = key(firing.tenant(), firing.id())
                .text("contact_id", firing.contactId())
                .time("fired_at", firing.at())
                .bytes("body_hash", firing.bodyHash())
                .text("document", firing.json());
        return sql.insert(insert, row);
    }

    public Optional<Firing> find(Sql sql, TenantId tenant, UUID id) throws SQLException {
        return sql.first(find, key(tenant, id), row -> firing(tenant, id, row));
    }

    /** As {@link #find}, for who is answered that it is stored. */
    public Optional<Firing> findStored(Sql sql, TenantId tenant, UUID id) throws SQLException {
        return sql.first(findStored, key(tenant, id), row -> firing(tenant, id, row));
    }

    /** Whether an event is a firing that was erased; it stays what it is until the transaction ends. */
    public boolean isErased(Sql sql, TenantId tenant, UUID eventId) throws SQLException {
        return sql.first(hold, key(tenant, eventId), row -> row.flag("erased")).orElse(false);
    }

    public void erase(Sql sql, Bindings contact) throws SQLException {
        sql.update(erase, contact);
    }

    /** Takes the contact from the erased firings, which are found by it no more: the last step of an erasure. */
    public void forget(Sql sql, Bindings contact) throws SQLException {
        sql.update(
                forget, contact.text("nobody", "erased-" + UUID.randomUUID()).bytes("no_hash", new byte[HASH_LENGTH]));
    }

    /** Removes what is older and has no execution left, how many rows. */
    public int purge(Sql sql, Bindings before) throws SQLException {
        return sql.update(purge, before);
    }

    private static Firing firing(TenantId tenant, UUID id, Row row) throws SQLException {
        return new Firing(
                tenant,
                id,
                row.text("contact_id"),
                row.time("fired_at"),
                row.bytes("body_hash"),
                row.textOrNull("document"));
    }

    private static Bindings key(TenantId tenant, UUID id) {
        return new Bindings().text("tenant_id", tenant.value()).id("event_id", id);
    }
}
