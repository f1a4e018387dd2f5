package dev.ticketkit.benchmarks.start;

import dev.ticketkit.benchmarks.load.ChildJava;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Starts the application in a Java of its own, with just what a host has on its class path. */
public final class StartSide {
    /** What {@code spring-boot-starter-jdbc} brings, without its logging, and the drivers. */
    private static final Pattern HOST =
            Pattern.compile("(spring-(?!boot-(starter-)?validation)|HikariCP|h2-|postgresql-|slf4j-|commons-logging"
                    + "|micrometer-(commons|observation)|jspecify|snakeyaml|jakarta.annotation).*");

    /** What {@code ticket-spring-boot-starter} adds. */
    private static final Pattern STARTER = Pattern.compile(
            "(ticket-(core|spi|jdbc|spring)|hibernate-validator|jboss-logging"
                    + "|classmate|jakarta.validation-api|tomcat-embed-el|jackson-annotations|jackson-(core|databind)-3).*");

    private final boolean desk;
    private final Path folder;
    private final List<String> properties;
    private final String classPath;

    /**
     * A side.
     *
     * @param desk whether it has the starter
     * @param folder for what it writes
     * @param properties of Spring
     */
    public StartSide(boolean desk, Path folder, List<String> properties) throws URISyntaxException {
        this.desk = desk;
        this.folder = folder;
        this.properties = List.copyOf(properties);
        this.classPath = classPath();
    }

    /** Starts and stops it once; the milliseconds until it had started. */
    public double millis() throws IOException, InterruptedException {
        Path result = Files.createTempFile(folder, "start", ".txt");
        try {
            List<String> arguments = new ArrayList<>(List.of(String.valueOf(desk), result.toString()));
            arguments.addAll(properties);
            new ChildJava(classPath, "-Xmx256m")
                    .run(
                            folder.resolve("start.log"),
                            StartedApplication.class.getName(),
                            arguments.toArray(String[]::new));
            return Double.parseDouble(Files.readString(result));
        } finally {
            Files.delete(result);
        }
    }

    private String classPath() throws URISyntaxException {
        List<String> path = new ArrayList<>();
        path.add(Path.of(StartedApplication.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString());
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(this::has)
                .map(this::packed)
                .forEach(path::add);
        return String.join(File.pathSeparator, path);
    }

    /** A module of this build, which is a folder of classes, as the jar that a host gets. */
    private String packed(String entry) {
        Path path = Path.of(entry);
        return Files.isDirectory(path) ? ModuleJar.of(path, name(path), folder).toString() : entry;
    }

    private boolean has(String entry) {
        String name = name(Path.of(entry));
        return HOST.matcher(name).matches() || (desk && STARTER.matcher(name).matches());
    }

    /** Of the jar, or of the module whose classes it is. */
    private static String name(Path entry) {
        int fromEnd = entry.endsWith(Path.of("target", "classes")) ? 3 : 1;
        return entry.getName(entry.getNameCount() - fromEnd).toString();
    }
}
