package dev.ticketkit.checks.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What hosts get: how large each module is, and what it brings. Printed by every build; jars are there from {@code verify} on. */
class PublishedModulesTest {
    private static final List<String> MODULES = List.of(
            "ticket-spi",
            "ticket-core",
            "ticket-jdbc",
            "ticket-mail",
            "ticket-webhook",
            "ticket-testkit",
            "ticket-spring-boot-autoconfigure",
            "ticket-spring-boot-starter");

    @Test
    void bringsNothingThatNobodyAgreedTo() throws IOException {
        Map<String, Set<String>> brought = new TreeMap<>();
        StringBuilder table = new StringBuilder();
        for (PublishedModule module : modules()) {
            table.append(module.table());
            brought.put(module.name(), names(module));
        }
        System.out.println(table);

        assertThat(brought)
                .as("runtime dependencies, beside runtime-dependencies.txt; a new one is argued for in the pom")
                .isEqualTo(ReviewedList.committed());
    }

    /** And no version but ours: whoever imports it keeps the versions of everything else. */
    @Test
    void billOfMaterialsHasExactlyThem() throws IOException {
        String bom = Files.readString(Path.of("..", "ticket-bom", "pom.xml"));
        String managed = bom.substring(bom.indexOf("<dependencyManagement>"), bom.indexOf("</dependencyManagement>"));

        assertThat(Pattern.compile("<artifactId>(.*)</artifactId>")
                        .matcher(managed)
                        .results()
                        .map(each -> each.group(1)))
                .containsExactlyInAnyOrderElementsOf(MODULES);
        assertThat(bom).doesNotContain("<parent>");
    }

    @Test
    void readsWhatReachesAHostOutOfATree() {
        List<String> tree = List.of(
                "g:itself:jar:1",
                "+- a:direct:jar:1:compile",
                "|  +- b:deep:jar:2:runtime",
                "|  |  \\- c:deeper:jar:linux:3:compile",
                "+- d:left-out:jar:4:compile (optional)",
                "|  \\- e:left-out-too:jar:4:compile",
                "\\- f:last:jar:5:runtime");

        assertThat(RuntimeDependency.read(tree))
                .containsExactly(
                        new RuntimeDependency("a:direct", "1", 1),
                        new RuntimeDependency("b:deep", "2", 2),
                        new RuntimeDependency("c:deeper", "3", 3),
                        new RuntimeDependency("f:last", "5", 1));
    }

    private static List<PublishedModule> modules() throws IOException {
        List<PublishedModule> found = new ArrayList<>();
        for (String module : MODULES) {
            found.add(PublishedModule.of(Path.of("..", module)));
        }
        return found;
    }

    private static Set<String> names(PublishedModule module) {
        return module.dependencies().stream()
                .map(RuntimeDependency::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
