package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.storage.delivery.Delivery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Claims of one tenant. Looks at a few more than it wants, in the order of time; when that is not enough, what waits for an earlier one
 * is blocked and it looks again, so a claim never walks over the same that wait as the one before.
 */
final class TenantClaim {
    private static final int SPARE = 50;
    private static final int BLOCKED_AT_ONCE = 250;
    private static final int LOOKS = 20;
    private static final int FURTHER = 8;

    private final Transactions transactions;
    private final DeliveryStatements statements;
    private final DeliveryPick pick;
    private final KnownConsumers known;
    private final List<Delivery> claimed = new ArrayList<>();
    private boolean sawAbandoned;

    /** How many were looked at, less than none when it did not look, and how many of them were abandoned. */
    private record Seen(long lookedAt, long abandoned) {
        static Seen of(Row row) throws SQLException {
            return new Seen(row.number("looked_at"), row.number("abandoned"));
        }
    }

    /** What a look gave, how many it looked at, and whether another was quicker. */
    private record Look(List<Delivery> leased, long lookedAt, boolean lostSome) {
        boolean isAll(int near) {
            return lookedAt >= 0 && lookedAt < near && !lostSome;
        }
    }

    TenantClaim(Transactions transactions, DeliveryStatements statements, DeliveryPick pick, KnownConsumers known) {
        this.transactions = transactions;
        this.statements = statements;
        this.pick = pick;
        this.known = known;
    }

    List<Delivery> claimed() {
        return claimed;
    }

    /** Whether there was something that another had claimed and not finished. */
    boolean sawAbandoned() {
        return sawAbandoned;
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
            if (block(Math.max(near, BLOCKED_AT_ONCE)) == 0 && !look.lostSome()) {
                near = ClaimForms.near(near * FURTHER);
            }
        }
        return true;
    }

    /** Claims in one statement if nobody else has anything due, and says whether that is all there is; not for Citus. */
    boolean isAllThereIs(int most) {
        SqlText claim = statements.claims.atOnce.alone(SPARE + 2 * most);
        Bindings bindings = pick.bindings().number("most", most);
        Look look = transactions.call().single(sql -> leasedAtOnce(sql, claim, bindings));
        claimed.addAll(look.leased());
        return claimed.size() == most || look.isAll(ClaimForms.near(SPARE + 2 * most));
    }

    private boolean claimsAtOnce() {
        return transactions.dialect().writesInOneStatement();
    }

    private Look look(int most, int near) {
        Bindings bindings = pick.bindings().number("most", most).number("near", near);
        return claimsAtOnce()
                ? transactions
                        .call()
                        .single(sql ->
                                leasedAtOnce(sql, statements.claims.atOnce.claim(sql.isDistributed(), near), bindings))
                : transactions.call().write(sql -> leasedOneByOne(sql, bindings));
    }

    private Look leasedAtOnce(Sql sql, SqlText claim, Bindings bindings) throws SQLException {
        List<Delivery> leased = new ArrayList<>();
        List<Seen> seen = sql.list(claim, bindings, row -> {
            if (row.idOrNull("event_id") != null) {
                leased.add(pick.delivery(row));
            }
            known.seen(row.numberOrNull("consumers"));
            return Seen.of(row);
        });
        return look(leased, seen.get(0), false);
    }

    private Look leasedOneByOne(Sql sql, Bindings bindings) throws SQLException {
        List<Delivery> found = sql.list(statements.claims.find, bindings, pick::delivery);
        Seen seen = sql.first(statements.claims.lookedAt, bindings, Seen::of).orElseThrow();
        List<Delivery> leased = new ArrayList<>();
        for (Delivery each : found) {
            if (sql.update(
                            statements.claims.lease,
                            DeliveryAcknowledgement.bind(each).addAll(bindings))
                    == 1) {
                leased.add(each);
            }
        }
        return look(leased, seen, leased.size() < found.size());
    }

    private Look look(List<Delivery> leased, Seen seen, boolean lostSome) {
        sawAbandoned |= seen.abandoned() > 0;
        return new Look(leased, seen.lookedAt(), lostSome);
    }

    private long block(int near) {
        WaitingDeliveries waiting =
                new WaitingDeliveries(statements.waiting, pick.tenant().value());
        return claimsAtOnce()
                ? transactions.call().single(sql -> waiting.atOnce(sql, near))
                : transactions.call().write(sql -> waiting.byLocks(sql, near));
    }
}
