package dev.ticketkit.acceptance.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A child JVM as its parent sees it. */
final class Child {
    /** What a child said, or nothing more when its output has ended. */
    record Line(Child child, Optional<Said> said) {}

    private static final List<String> SMALL_AND_QUICK =
            List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final String name;
    private final int dies;
    private final Path log;
    private final Process process;
    private final Thread reader;
    private int acknowledged;

    /** @param dies after how many acknowledged commands it is to be killed */
    private Child(String name, int dies, Path log, Process process, BlockingQueue<Line> lines) {
        this.name = name;
        this.dies = dies;
        this.log = log;
        this.process = process;
        this.reader = new Thread(() -> read(lines), "reader-" + name);
        reader.setDaemon(true);
        reader.start();
    }

    static Child start(KillDatabase database, String name, long seed, int dies, Path folder, BlockingQueue<Line> lines)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_AND_QUICK);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DeskProcess.class.getName()));
        command.addAll(List.of(database.url(), database.marks(), database.user(), name, Long.toString(seed)));
        Path log = folder.resolve(name + ".log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        return new Child(name, dies, log, process, lines);
    }

    String name() {
        return name;
    }

    /** Counts one; whether it has lived long enough. */
    boolean countsAndDies() {
        acknowledged++;
        return acknowledged == dies;
    }

    /** Everything it has said is in the queue when this returns. */
    void kill() throws InterruptedException {
        // Not the process's own method: that closes the pipe, and what stands in it unread would be lost.
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** Ends its input and waits; its exit code. */
    int stopInOrder() throws IOException, InterruptedException {
        process.getOutputStream().close();
        awaitEnd();
        return process.exitValue();
    }

    /** For a failing test: no child outlives it. */
    void destroy() {
        process.destroyForcibly();
    }

    /** What it wrote to its log. */
    String log() {
        try {
            return name + ":\n" + Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitEnd() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("does not end: " + log());
        }
        reader.join();
    }

    private void read(BlockingQueue<Line> lines) {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(new Line(this, Optional.of(Said.parse(line))));
            }
        } catch (IOException e) {
            // The pipe of a killed process may break instead of ending; what was in it has been read.
        }
        lines.add(new Line(this, Optional.empty()));
    }
}
