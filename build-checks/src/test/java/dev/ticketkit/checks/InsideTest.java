package dev.ticketkit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walks of docs/inside.md are true of the code. */
class InsideTest {
    private static final Path ROOT = Path.of("..");
    private static final Path CORE = ROOT.resolve("ticket-core/src/main/java/dev/ticketkit/core");
    private static final Path JDBC = ROOT.resolve("ticket-jdbc/src/main/java/dev/ticketkit/jdbc");
    private static final int MOST_ROOMS_BEFORE_THE_DOOR = 5;
    private static final Pattern STATION = Pattern.compile("\\| \\d+ \\| ([^|]+) \\| ([^|]+) \\|.*");
    private static final Pattern CODE = Pattern.compile("`(\\w[\\w.]*)`");

    /** One line of a walk. */
    private record Station(List<String> classes, String room, boolean inStore) {
        Path folder() {
            String under = room.replace('.', '/');
            return inStore
                    ? (room.equals("door") ? JDBC : JDBC.resolve("internal").resolve(under))
                    : CORE.resolve(under);
        }
    }

    /** One walk: a heading, and what stands below it. */
    private record Walk(String name, List<Station> stations) {
        static Walk of(String part) {
            List<Station> stations = new ArrayList<>();
            boolean inStore = false;
            for (String line : part.lines().toList()) {
                inStore = line.contains("**the store's door**") || (inStore && !line.contains("**back**"));
                Matcher station = STATION.matcher(line);
                if (station.matches()) {
                    stations.add(new Station(
                            names(station.group(1)), station.group(2).replace("`", ""), inStore));
                }
            }
            return new Walk(part.lines().findFirst().orElseThrow(), stations);
        }

        private static List<String> names(String cell) {
            return CODE.matcher(cell).results().map(each -> each.group(1)).toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Walk> walks() throws IOException {
        String text = Files.readString(ROOT.resolve("docs/inside.md"));
        return Arrays.stream(text.split("\n## ")).skip(1).map(Walk::of);
    }

    @Test
    void thereIsAWalkForEachKindOfWork() throws IOException {
        assertThat(walks().map(Walk::name))
                .containsExactly(
                        "Opening a ticket",
                        "Changing a ticket",
                        "A page of a list",
                        "A report",
                        "An operator's notification");
    }

    @ParameterizedTest
    @MethodSource("walks")
    void everyClassStandsInItsRoom(Walk walk) {
        assertThat(walk.stations()).isNotEmpty().allSatisfy(station -> assertThat(station.classes())
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(station.folder().resolve(name + ".java")).exists()));
        assertThat(walk.stations().stream().flatMap(station -> station.classes().stream()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("walks")
    void noWalkComesBackToARoomOrPassesMoreThanFiveBeforeTheDoor(Walk walk) {
        assertThat(walk.stations().stream().map(Station::folder)).doesNotHaveDuplicates();
        assertThat(walk.stations().stream().takeWhile(station -> !station.inStore()))
                .hasSizeLessThanOrEqualTo(MOST_ROOMS_BEFORE_THE_DOOR);
    }
}
