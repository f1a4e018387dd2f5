package dev.ticketkit.acceptance.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Starts children, kills each after a random number of acknowledgements, and keeps what they said. */
final class KillRun implements AutoCloseable {
    private static final int LONGEST_LIFE = 60;

    private final KillDatabase database;
    private final Path folder;
    private final int kills;
    private final int alive;
    private final Random random;
    private final BlockingQueue<Child.Line> lines = new LinkedBlockingQueue<>();
    private final List<Child> children = new ArrayList<>();
    private final List<Child> living = new ArrayList<>();
    private final Set<String> killed = new HashSet<>();
    private final Map<KeyedCommand, Said.Answer> acknowledged = new LinkedHashMap<>();
    private final Set<KeyedCommand> tried = new HashSet<>();

    /**
     * @param kills how many
     * @param alive how many children live at the same time
     */
    KillRun(KillDatabase database, Path folder, int kills, int alive, long seed) {
        this.database = database;
        this.folder = folder;
        this.kills = kills;
        this.alive = alive;
        this.random = new Random(seed);
    }

    void run() throws IOException, InterruptedException {
        for (int i = 0; i < alive; i++) {
            start();
        }
        while (killed.size() < kills) {
            Child.Line line = lines.poll(1, TimeUnit.MINUTES);
            if (line == null) {
                throw new IllegalStateException("no child says anything: " + logs());
            }
            hear(line);
        }
        stopInOrder();
        for (Child.Line line : lines) {
            line.said().ifPresent(this::keep);
        }
    }

    /** What was answered to each command that returned. */
    Map<KeyedCommand, Said.Answer> acknowledged() {
        return acknowledged;
    }

    /** All commands that were begun. */
    Set<KeyedCommand> tried() {
        return tried;
    }

    /** Names of the children that were killed. */
    Set<String> killed() {
        return killed;
    }

    @Override
    public void close() {
        children.forEach(Child::destroy);
    }

    private void start() throws IOException {
        String name = "child-" + children.size();
        int dies = 1 + random.nextInt(LONGEST_LIFE);
        Child child = Child.start(database, name, random.nextLong(), dies, folder, lines);
        children.add(child);
        living.add(child);
    }

    private void hear(Child.Line line) throws IOException, InterruptedException {
        Child child = line.child();
        if (line.said().isEmpty()) {
            if (living.contains(child)) {
                throw new IllegalStateException("died by itself: " + child.log());
            }
            return;
        }
        keep(line.said().get());
        if (line.said().get().answer() != null && child.countsAndDies()) {
            child.kill();
            living.remove(child);
            killed.add(child.name());
            System.out.printf("kill %d of %d, %d commands acknowledged%n", killed.size(), kills, acknowledged.size());
            start();
        }
    }

    private void keep(Said said) {
        tried.add(said.command());
        if (said.answer() != null) {
            acknowledged.put(said.command(), said.answer());
        }
    }

    private void stopInOrder() throws IOException, InterruptedException {
        for (Child child : living) {
            int exit = child.stopInOrder();
            if (exit != 0) {
                throw new IllegalStateException("ended with " + exit + ": " + child.log());
            }
        }
    }

    private String logs() {
        return String.join("\n", living.stream().map(Child::log).toList());
    }
}
