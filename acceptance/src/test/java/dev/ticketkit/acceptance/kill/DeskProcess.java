package dev.ticketkit.acceptance.kill;

import dev.ticketkit.acceptance.kill.KeyedCommand.Kind;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.TicketQuery;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A node that lives until it is killed, or until its input ends: then it stops in order. Says on its output what it tries and what
 * was acknowledged.
 */
public final class DeskProcess {
    private static final int CLIENTS = 2;
    private static final int AHEAD = 20;
    private static final OutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final String name;
    private final long seed;
    private final MarkedDesk marked;
    private final Semaphore ahead = new Semaphore(AHEAD);
    private volatile boolean stopping;

    private DeskProcess(KillDatabase database, String name, long seed) {
        this.name = name;
        this.seed = seed;
        this.marked = new MarkedDesk(database.pool(), new Marks(database.marksPool(), name), ahead::release);
    }

    /** A node; its arguments are the URLs of tickets and marks, user, its name and a seed. */
    public static void main(String[] arguments) throws Exception {
        KillDatabase database = new KillDatabase(arguments[0], arguments[1], arguments[2]);
        new DeskProcess(database, arguments[3], Long.parseLong(arguments[4])).run();
        // Also from a thread that is not a daemon: a node whose clients ended is of no use.
        System.exit(0);
    }

    private void run() throws Exception {
        marked.pump().start();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            Thread client = new Thread(() -> work(number), "client-" + i);
            client.start();
            clients.add(client);
        }
        while (System.in.read() >= 0) {
            // The parent says nothing; its end, or its death, is the end of the input.
        }
        stopping = true;
        for (Thread client : clients) {
            client.join();
        }
        if (!marked.pump().stop(Duration.ofMinutes(1))) {
            throw new IllegalStateException("the pump did not stop in time");
        }
    }

    private void work(int client) {
        try {
            Random random = new Random(seed + client);
            List<TicketId> tickets = known();
            for (int i = 0; !stopping; i++) {
                KeyedCommand command = command(random, name + "-" + client + "-" + i, tickets);
                say(Said.trying(command));
                CommandResult written = command.run(marked.desk());
                say(Said.acknowledged(command, Said.Answer.of(written)));
                tickets.add(written.receipt().ticketId());
                waitForThePump();
            }
        } catch (Throwable problem) {
            problem.printStackTrace();
            Runtime.getRuntime().halt(3);
        }
    }

    /** Tickets others have opened: several nodes change the same ones. */
    private List<TicketId> known() {
        return new ArrayList<>(
                marked.desk().list(TicketQuery.builder().limit(10).build()).items().stream()
                        .map(Ticket::id)
                        .toList());
    }

    private static KeyedCommand command(Random random, String key, List<TicketId> tickets) {
        if (tickets.isEmpty() || random.nextInt(4) == 0) {
            return new KeyedCommand(Kind.OPEN, key, null);
        }
        Kind kind = List.of(Kind.TITLE, Kind.STATUS, Kind.STATUS, Kind.NOTE).get(random.nextInt(4));
        return new KeyedCommand(kind, key, tickets.get(random.nextInt(tickets.size())));
    }

    private static void say(byte[] line) throws IOException {
        synchronized (OUT) {
            OUT.write(line);
            OUT.flush();
        }
    }

    /** Not far ahead of the pump, or a kill would find it always at the same old events. */
    private void waitForThePump() throws InterruptedException {
        boolean handled = ahead.tryAcquire(100, TimeUnit.MILLISECONDS);
        if (!handled) {
            marked.pump().wakeUp();
        }
    }
}
