package dev.ticketkit.benchmarks.peer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.Dispatched;
import dev.ticketkit.benchmarks.load.Dispatcher;
import dev.ticketkit.benchmarks.load.Work;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** A plain ticket, and a task of db-scheduler in the same transaction; 8 threads, looking every 50 ms. */
public final class SchedulerDispatch implements Dispatcher {
    /** Table and indexes as db-scheduler documents them for PostgreSQL. */
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS scheduled_tasks (
                task_name text NOT NULL, task_instance text NOT NULL, task_data bytea, execution_time timestamptz NOT NULL,
                picked boolean NOT NULL, picked_by text, last_success timestamptz, last_failure timestamptz,
                consecutive_failures integer, last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
                PRIMARY KEY (task_name, task_instance))""";

    private static final List<String> INDEXES = List.of(
            "CREATE INDEX IF NOT EXISTS execution_time_idx ON scheduled_tasks (execution_time)",
            "CREATE INDEX IF NOT EXISTS last_heartbeat_idx ON scheduled_tasks (last_heartbeat)");

    private static final int THREADS = 8;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Clock CLOCK = Clock.systemUTC();

    private final Dispatched dispatched;
    private final DataSource pool;
    private final OneTimeTask<Void> task;
    private final SchedulerClient client;
    private final Scheduler scheduler;

    /** A scheduler in the schema of the desk's tables. */
    public SchedulerDispatch(OurDesk tables, Dispatched dispatched) {
        this.dispatched = dispatched;
        tables.schema().execute(TABLE);
        INDEXES.forEach(tables.schema()::execute);
        pool = tables.schema().pool();
        task = Tasks.oneTime("handle")
                .execute((instance, context) -> dispatched.handled(UUID.fromString(instance.getId())));
        client = SchedulerClient.Builder.create(TransactionConnection.dataSource(pool), task)
                .build();
        scheduler = Scheduler.create(pool, task)
                .threads(THREADS)
                .pollingInterval(POLL)
                .build();
        scheduler.start();
    }

    @Override
    public Work.Call producer(int number) {
        Numbers numbers = new Numbers(number);
        return () -> {
            PlainTicket ticket = PlainTicket.of(numbers.next());
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                TicketAndEvent.write(connection, ticket);
                TransactionConnection.during(
                        connection,
                        () -> client.scheduleIfNotExists(
                                task.instance(ticket.id().toString()), CLOCK.instant()));
                connection.commit();
            }
            dispatched.committed(ticket.id());
        };
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
