package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.ConsumerStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Consumers in a table that is read more often than written: who is run is noted every ten minutes.
 *
 * <p>See docs/decisions/0018-attempts-and-consumers.md.
 */
public final class JdbcConsumerStore implements ConsumerStore {
    private static final Duration WORTH_NOTING = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final ConsumerStatements statements;
    private final KnownConsumers known;

    private record Consumer(String name, Instant seenAt, long revision, boolean retired, Instant now) {
        static Consumer of(Row row) throws SQLException {
            return new Consumer(
                    row.text("name"),
                    row.time("seen_at"),
                    row.number("revision"),
                    row.flag("retired"),
                    row.time("now_at"));
        }

        boolean isUnseenFor(Duration time) {
            return !seenAt.isAfter(now.minus(time));
        }
    }

    public JdbcConsumerStore(TableNames names, Transactions transactions, KnownConsumers known) {
        this.transactions = transactions;
        this.statements = new ConsumerStatements(names);
        this.known = known;
    }

    @Override
    public void announce(Set<String> consumers) {
        Set<String> missing = new TreeSet<>(consumers);
        for (Consumer each : all()) {
            if (!each.retired() && !each.isUnseenFor(WORTH_NOTING)) {
                missing.remove(each.name());
            }
        }
        missing.forEach(this::write);
        if (!missing.isEmpty()) {
            known.forget();
        }
    }

    @Override
    public Set<String> known(TenantId tenant) {
        Set<String> current = known.ifCurrent();
        if (current != null) {
            return current;
        }
        List<Consumer> all = all();
        Set<String> names = all.stream()
                .filter(each -> !each.retired())
                .map(Consumer::name)
                .collect(Collectors.toUnmodifiableSet());
        known.keep(new KnownConsumers.Known(
                all.stream().mapToLong(Consumer::revision).sum(), names));
        return names;
    }

    @Override
    public List<ConsumerStore.Unattended> unattended(Duration since) {
        return all().stream()
                .filter(each -> !each.retired() && each.isUnseenFor(since))
                .filter(each -> nextLeft(each.name(), "").isPresent())
                .map(each -> new ConsumerStore.Unattended(each.name(), each.seenAt()))
                .toList();
    }

    @Override
    public boolean retire(String consumer) {
        Bindings bindings = ConsumerStatements.bind(consumer);
        boolean existed = transactions.call().single(sql -> sql.update(statements.retire, bindings)) == 1;
        known.forget();
        Optional<String> tenant = next(statements.unfinishedTenant, bindings, "");
        while (tenant.isPresent()) {
            bindings.text("tenant_id", tenant.get());
            transactions.call().single(sql -> sql.update(statements.cancel, bindings));
            tenant = next(statements.unfinishedTenant, bindings, tenant.get());
        }
        return existed;
    }

    @Override
    public SortedMap<String, Long> pending(TenantId tenant) {
        Bindings bindings = new Bindings().text("tenant_id", tenant.value());
        SortedMap<String, Long> pending = new TreeMap<>();
        transactions
                .call()
                .read(sql -> sql.list(
                        statements.pending,
                        bindings,
                        row -> new Count(ConsumerStatements.base(row.text("consumer")), row.number("pending"))))
                .forEach(each -> pending.merge(each.consumer(), each.pending(), Long::sum));
        return pending;
    }

    /** The next tenant, in the order of their names, of which something is left to a consumer. */
    Optional<String> nextLeft(String consumer, String after) {
        return next(statements.leftTenant, ConsumerStatements.bind(consumer), after);
    }

    private record Count(String consumer, long pending) {}

    private Optional<String> next(SqlText statement, Bindings bindings, String after) {
        bindings.text("after", after);
        return transactions.call().read(sql -> sql.first(statement, bindings, row -> row.text("tenant_id")));
    }

    private List<Consumer> all() {
        return transactions.call().read(sql -> sql.list(statements.all, new Bindings(), Consumer::of));
    }

    private void write(String consumer) {
        Bindings bindings = ConsumerStatements.bind(consumer);
        if (transactions.call().single(sql -> sql.update(statements.renew, bindings)) == 0) {
            transactions.call().single(sql -> sql.insert(statements.add, bindings));
        }
    }
}
