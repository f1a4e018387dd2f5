package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.Upkeep;
import java.util.List;

/** Does the chores one after the other, each with what is left of the rows. */
final class JdbcUpkeep implements Upkeep {
    private final Transactions transactions;
    private final List<Upkeep> chores;

    JdbcUpkeep(Transactions transactions, List<Upkeep> chores) {
        this.transactions = transactions;
        this.chores = List.copyOf(chores);
    }

    @Override
    public int run(int most) {
        if (transactions.joined()) {
            return 0;
        }
        int done = 0;
        for (Upkeep chore : chores) {
            if (done < most) {
                done += chore.run(most - done);
            }
        }
        return done;
    }
}
