package dev.ticketkit.acceptance.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.testkit.MemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Maven gives to a host that depends on ticket-core and on nothing else. */
final class RuntimeClassPath {
    private static final Path LIST = Path.of("..", "ticket-core", "target", "runtime-class-path.txt");
    private static final Pattern LINE =
            Pattern.compile("\\s*([^:\\s]+:[^:]+):jar:[^:]+:(?:compile|runtime):(.+\\S)\\s*");

    private final Map<String, Path> jars;

    private RuntimeClassPath(Map<String, Path> jars) {
        this.jars = jars;
    }

    /** As the build of ticket-core resolved it; what is optional there does not reach a host. */
    static RuntimeClassPath ofCore() throws IOException {
        Map<String, Path> jars = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            Matcher matcher = LINE.matcher(line.replaceFirst(" -- module .*", ""));
            if (matcher.matches() && !matcher.group(2).endsWith(" (optional)")) {
                jars.put(matcher.group(1), Path.of(matcher.group(2)));
            }
        }
        assertThat(jars).as("resolved by the build").isNotEmpty();
        return new RuntimeClassPath(jars);
    }

    /** The same with exclusions; each must have been there. */
    RuntimeClassPath without(String... excluded) {
        Map<String, Path> left = new TreeMap<>(jars);
        for (String each : excluded) {
            assertThat(left.remove(each)).as(each).isNotNull();
        }
        return new RuntimeClassPath(left);
    }

    List<String> names() {
        return List.copyOf(jars.keySet());
    }

    /** With the desk itself, a store, and the host's own classes. */
    List<Path> ofHost() {
        List<Path> places = new ArrayList<>(jars.values());
        places.addAll(HostJvm.placesOf(TicketDesk.class, MemoryStorage.class, EmbeddingHost.class));
        return places;
    }
}
