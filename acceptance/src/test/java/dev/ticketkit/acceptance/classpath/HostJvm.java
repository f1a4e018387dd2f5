package dev.ticketkit.acceptance.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A host in a JVM of its own: what is not on its class path is not there. */
public final class HostJvm {
    private HostJvm() {}

    /** What a main class of the tests says, line by line, its errors too. Fails when it does not end with zero. */
    public static List<String> said(Class<?> host, Collection<Path> classPath, String... arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("host", ".txt");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Dfile.encoding=UTF-8",
                    "-Dstdout.encoding=UTF-8",
                    "-cp",
                    classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                    host.getName()));
            command.addAll(List.of(arguments));
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            List<String> said = Files.readAllLines(output, StandardCharsets.UTF_8);
            assertThat(exit).as(String.join("\n", said)).isZero();
            return said;
        } finally {
            Files.delete(output);
        }
    }

    /** Where classes were loaded from, here: a jar or a folder for each. */
    public static List<Path> placesOf(Class<?>... types) {
        return Stream.of(types).map(HostJvm::placeOf).toList();
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
