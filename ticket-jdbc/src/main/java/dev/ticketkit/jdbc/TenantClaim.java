package dev.ticketkit.jdbc;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.Delivery;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Claims of one tenant. Looks at a few more than it wants, in the order of time; when that is not enough, what waits for an earlier one
 * is set aside and it looks again, so a claim never walks over the same that wait as the one before.
 */
final class TenantClaim {
    private static final int SPARE = 50;
    private static final int SET_ASIDE_AT_ONCE = 250;
    private static final int LOOKS = 20;
    private static final int FURTHER = 8;

    private final Transactions transactions;
    private final DeliveryStatements statements;
    private final TenantId tenant;
    private final String owner;
    private final Duration lease;
    private final List<Delivery> claimed = new ArrayList<>();

    /** What a look gave, how many it looked at, less than none when it did not, and whether somebody else was quicker. */
    private record Look(List<Delivery> leased, long lookedAt, boolean lostSome) {
        boolean isAll(int near) {
            return lookedAt >= 0 && lookedAt < near && !lostSome;
        }
    }

    TenantClaim(
            Transactions transactions, DeliveryStatements statements, TenantId tenant, String owner, Duration lease) {
        this.transactions = transactions;
        this.statements = statements;
        this.tenant = tenant;
        this.owner = owner;
        this.lease = lease;
    }

    List<Delivery> claimed() {
        return claimed;
    }

    /** Claims, and says whether it stopped before it knew that nothing more is due. */
    boolean isCutShort(int most) {
        int near = ClaimForms.near(SPARE + 2 * most);
        for (int i = 0; i < LOOKS; i++) {
            Look look = look(most - claimed.size(), near);
            claimed.addAll(look.leased());
            if (claimed.size() == most || look.isAll(near)) {
                return false;
            }
            if (setAside(Math.max(near, SET_ASIDE_AT_ONCE)) == 0 && !look.lostSome()) {
                near = ClaimForms.near(near * FURTHER);
            }
        }
        return true;
    }

    /** Claims in one statement if nobody else has anything due, and says whether that is all there is; not for Citus. */
    boolean isAllThereIs(int most) {
        SqlText claim = statements.claims.atOnce.alone(SPARE + 2 * most);
        Bindings bindings = bindings().number("most", most);
        Look look = transactions.call().single(sql -> leasedAtOnce(sql, claim, bindings));
        claimed.addAll(look.leased());
        return claimed.size() == most || look.isAll(ClaimForms.near(SPARE + 2 * most));
    }

    private Look look(int most, int near) {
        Bindings bindings = bindings().number("most", most).number("near", near);
        return statements.claims.claimsAtOnce()
                ? transactions
                        .call()
                        .single(sql ->
                                leasedAtOnce(sql, statements.claims.atOnce.claim(sql.isDistributed(), near), bindings))
                : transactions.call().write(sql -> leasedOneByOne(sql, bindings));
    }

    private Look leasedAtOnce(Sql sql, SqlText claim, Bindings bindings) throws SQLException {
        List<Delivery> leased = new ArrayList<>();
        List<Long> lookedAt = sql.list(claim, bindings, row -> {
            if (row.idOrNull("event_id") != null) {
                leased.add(delivery(row));
            }
            return row.number("looked_at");
        });
        return new Look(leased, lookedAt.get(0), false);
    }

    private Look leasedOneByOne(Sql sql, Bindings bindings) throws SQLException {
        List<Delivery> found = sql.list(statements.claims.find, bindings, this::delivery);
        long lookedAt = sql.first(statements.claims.lookedAt, bindings, row -> row.number("looked_at"))
                .orElseThrow();
        List<Delivery> leased = new ArrayList<>();
        for (Delivery each : found) {
            if (sql.update(statements.claims.lease, DeliveryMarks.bind(each).addAll(bindings)) == 1) {
                leased.add(each);
            }
        }
        return new Look(leased, lookedAt, leased.size() < found.size());
    }

    private long setAside(int near) {
        WaitingDeliveries waiting = new WaitingDeliveries(statements.waiting, tenant.value());
        return statements.claims.claimsAtOnce()
                ? transactions.call().single(sql -> waiting.atOnce(sql, near))
                : transactions.call().write(sql -> waiting.byLocks(sql, near));
    }

    private Bindings bindings() {
        return new Bindings()
                .text("tenant_id", tenant.value())
                .text("owner", owner)
                .number("micros", Times.micros(lease));
    }

    private Delivery delivery(Row row) throws SQLException {
        return new Delivery(
                tenant,
                row.id("event_id"),
                new TicketId(row.id("ticket_id")),
                row.number("version"),
                row.text("consumer"),
                waiting(row),
                row.integer("attempts"),
                owner);
    }

    private static Set<String> waiting(Row row) throws SQLException {
        // Most wait for nobody, and reading an array is slow.
        return row.isNull("waiting")
                ? Set.of()
                : row.texts("waiting").stream().map(Objects::requireNonNull).collect(Collectors.toSet());
    }
}
