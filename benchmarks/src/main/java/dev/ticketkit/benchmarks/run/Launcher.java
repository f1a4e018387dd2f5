package dev.ticketkit.benchmarks.run;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the benchmarks from within Maven in a Java of their own: Maven's has other settings, and another class path. */
public final class Launcher {
    /** The environment variable that has the password: what stands on a command line, others can read. */
    static final String PASSWORD = "TICKETKIT_BENCH_PASSWORD";

    private static final int USUAL_MEGABYTES = 1_024;

    private Launcher() {}

    /** Hands its own options on. */
    public static void main(String[] args) throws IOException, URISyntaxException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(java(), "-Xmx" + megabytes() + "m", "-Xms1g", "-cp", classPath()));
        for (String name : BenchOptions.NAMES) {
            String value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
        // Else loggers greet on standard error, past the settings of SLF4J.
        command.add("-Dorg.jboss.logging.provider=slf4j");
        command.add(Bench.class.getName());
        ProcessBuilder bench = new ProcessBuilder(command).inheritIO();
        String password = System.getProperty("password");
        if (password != null) {
            bench.environment().put(PASSWORD, password);
        }
        Process running = bench.start();
        // Else a Maven that is stopped would leave a database behind.
        Runtime.getRuntime().addShutdownHook(new Thread(running::destroy));
        int code = running.waitFor();
        if (code != 0) {
            // The benchmarks have said why; Maven would add a page of its own.
            Runtime.getRuntime().halt(code);
        }
    }

    /** Bench itself says what is wrong with an option. */
    private static int megabytes() {
        try {
            BenchOptions options = BenchOptions.of(System.getProperties(), null);
            return options.benchmarks().stream()
                    .mapToInt(each -> each.megabytes(options.tickets()))
                    .max()
                    .orElse(USUAL_MEGABYTES);
        } catch (UsageException e) {
            return USUAL_MEGABYTES;
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() throws URISyntaxException {
        ClassLoader loader = Launcher.class.getClassLoader();
        if (!(loader instanceof URLClassLoader ours)) {
            return System.getProperty("java.class.path");
        }
        List<String> parts = new ArrayList<>();
        for (URL url : ours.getURLs()) {
            parts.add(Path.of(url.toURI()).toString());
        }
        return String.join(File.pathSeparator, parts);
    }
}
