package dev.ticketkit.benchmarks.peer;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.ThreadLocalContextTransactionManager;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.Dispatched;
import dev.ticketkit.benchmarks.load.Dispatcher;
import dev.ticketkit.benchmarks.load.Work;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A plain ticket, and gruelbox transaction-outbox in the same transaction: it calls the handler after the commit, on 8 threads. */
public final class GruelboxDispatch implements Dispatcher {
    private static final int THREADS = 8;

    private final Dispatched dispatched;
    private final ThreadLocalContextTransactionManager transactions;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final TransactionOutbox outbox;

    /** An outbox in the schema of the desk's tables. */
    public GruelboxDispatch(OurDesk tables, Dispatched dispatched) {
        this.dispatched = dispatched;
        // Its tables were emptied with all others, the one that says they are there too.
        tables.schema().execute("DROP TABLE IF EXISTS txno_outbox, txno_version");
        transactions = TransactionManager.fromDataSource(tables.schema().pool());
        outbox = TransactionOutbox.builder()
                .transactionManager(transactions)
                .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
                .instantiator(Instantiator.using(type -> new Handler(dispatched)))
                .clockProvider(Clock::systemUTC)
                .submitter(Submitter.withExecutor(threads))
                .build();
    }

    /** Called by the outbox, through a subclass that it makes. */
    public static class Handler {
        private final Dispatched dispatched;

        /** Tells who counts. */
        public Handler(Dispatched dispatched) {
            this.dispatched = dispatched;
        }

        /** Handles the event of a ticket. */
        public void handle(String ticket) {
            dispatched.handled(UUID.fromString(ticket));
        }
    }

    @Override
    public Work.Call producer(int number) {
        Numbers numbers = new Numbers(number);
        return () -> {
            PlainTicket ticket = PlainTicket.of(numbers.next());
            transactions.inTransactionThrows(transaction -> {
                TicketAndEvent.write(transaction.connection(), ticket);
                outbox.schedule(Handler.class).handle(ticket.id().toString());
            });
            dispatched.committed(ticket.id());
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
