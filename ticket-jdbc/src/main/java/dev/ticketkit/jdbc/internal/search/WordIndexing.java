package dev.ticketkit.jdbc.internal.search;

import dev.ticketkit.jdbc.internal.schema.SearchLanguages;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.DueLook;
import dev.ticketkit.jdbc.internal.transaction.DueTenants;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.Maintenance;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the index of words where there is one, some tickets at a time. A ticket's row is held (for share) while its words are indexed: who changes
 * or erases it waits, and comes after; what others hold is left for later.
 *
 * <p>See docs/decisions/0012-lists-and-search.md.
 */
public final class WordIndexing implements Maintenance {
    private static final int BATCH = 250;

    private final Transactions transactions;
    private final SearchLanguages languages;
    private final DueTenants dueTenants = new DueTenants();
    private final DueLook due;
    private final SqlText take;
    private final SqlText index;
    private final SqlText indexStemmed;
    private final SqlText forget;

    public WordIndexing(TableNames names, Transactions transactions, SearchLanguages languages) {
        this.transactions = transactions;
        this.languages = languages;
        due = DueLook.of(names, """
                SELECT u.tenant_id FROM {ticket_unindexed} u
                WHERE u.tenant_id %s ORDER BY u.tenant_id LIMIT 1""");
        take = names.sql("""
                SELECT u.ticket_id, u.version FROM {ticket_unindexed} u WHERE u.tenant_id = :tenant_id
                ORDER BY u.ticket_id, u.version LIMIT :most FOR UPDATE SKIP LOCKED""");
        index = names.sql(indexing(false));
        indexStemmed = names.sql(indexing(true));
        forget = names.sql("""
                DELETE FROM {ticket_unindexed} u
                USING unnest(CAST(:tickets AS uuid[]), CAST(:versions AS bigint[])) AS d (ticket_id, version)
                WHERE u.tenant_id = :tenant_id AND u.ticket_id = ANY(:tickets)
                  AND u.ticket_id = d.ticket_id AND u.version = d.version""");
    }

    private record Queued(UUID ticket, long version) {}

    @Override
    public int run(int most) {
        return transactions.dialect().indexesWords()
                ? dueTenants.inTurn(transactions, due, most, (tenant, left) -> run(new TenantId(tenant), left))
                : 0;
    }

    /** Indexes at most so many queued changes of one tenant, and says how many. */
    int run(TenantId tenant, int most) {
        int done = 0;
        boolean more = true;
        while (more && done < most) {
            int next = Math.min(BATCH, most - done);
            Dealt batch = transactions.call().write(sql -> batch(sql, tenant, next));
            done += batch.indexed();
            // One that was not full leaves only what came meanwhile; one of which nothing was done, what others
            // holds.
            more = batch.taken() == next && batch.indexed() > 0;
        }
        return done;
    }

    private record Dealt(int taken, int indexed) {}

    private Dealt batch(Sql sql, TenantId tenant, int most) throws SQLException {
        @Nullable String dictionary = languages.dictionary(tenant);
        Bindings bindings = new Bindings()
                .text("tenant_id", tenant.value())
                .text("tenant_lexeme", new Lexemes(tenant).tenant())
                .text("dictionary", dictionary)
                .number("most", most);
        List<Queued> taken = sql.list(take, bindings, row -> new Queued(row.id("ticket_id"), row.number("version")));
        bindings.ids(
                "tickets",
                new LinkedHashSet<>(taken.stream().map(Queued::ticket).toList()));
        List<UUID> indexed = sql.list(dictionary == null ? index : indexStemmed, bindings, row -> row.id("ticket_id"));
        List<Queued> dealtWith = new ArrayList<>(taken);
        dealtWith.removeIf(queued -> !indexed.contains(queued.ticket()));
        sql.update(
                forget,
                bindings.ids("tickets", dealtWith.stream().map(Queued::ticket).toList())
                        .numbers(
                                "versions",
                                dealtWith.stream().map(Queued::version).toList()));
        return new Dealt(taken.size(), dealtWith.size());
    }

    private static String indexing(boolean stemmed) {
        return """
                INSERT INTO {ticket_words} (tenant_id, ticket_id, words)
                SELECT r.tenant_id, r.id, %s
                FROM (SELECT t.tenant_id, t.id, t.search_text FROM {ticket} t
                  WHERE t.tenant_id = :tenant_id AND t.id = ANY(:tickets) ORDER BY t.id FOR SHARE SKIP LOCKED) r
                ON CONFLICT (ticket_id, tenant_id) DO UPDATE SET words = EXCLUDED.words
                RETURNING ticket_id""".formatted(Lexemes.vector(stemmed));
    }
}
