package dev.ticketkit.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Java of its own for one main class. */
public final class ChildJava {
    private final String classPath;
    private final String heap;

    /**
     * A Java.
     *
     * @param heap the option that says how much memory it has
     */
    public ChildJava(String classPath, String heap) {
        this.classPath = classPath;
        this.heap = heap;
    }

    /**
     * Runs a main class to its end.
     *
     * @param log gets what it prints
     * @throws IllegalStateException when it fails
     */
    public void run(Path log, String main, String... arguments) throws IOException, InterruptedException {
        run(log, Map.of(), main, arguments);
    }

    /** The same, with variables in its environment. */
    public void run(Path log, Map<String, String> environment, String main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                // Else loggers greet on standard error, past the settings of SLF4J.
                "-Dorg.jboss.logging.provider=slf4j",
                "-cp",
                classPath,
                main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(
                        main + " ended with " + code + ":\n" + String.join("\n", lastLines(log)));
            }
        } finally {
            process.destroy();
        }
    }

    private static List<String> lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - 20), lines.size());
    }
}
