package dev.ticketkit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A null checker that is switched off, or looks at other packages, reports nothing: the build stays green and nobody
 * notices. The checker's options here are the line the modules are compiled with.
 */
class NullCheckerCanaryTest {

    @TempDir
    private Path classes;

    @Test
    void refusesNullReturnedFromNonNullMethod() {
        assertThat(errorsOf("null"))
                .singleElement()
                .asString()
                .contains("[NullAway] returning @Nullable expression from method with @NonNull return type");
    }

    @Test
    void acceptsTheSameClassWithoutNull() {
        assertThat(errorsOf("\"\"")).isEmpty();
    }

    @Test
    void modulesAreCompiledWithTheLineTestedHere() throws IOException {
        assertThat(Path.of("..", "pom.xml")).content().containsOnlyOnce("<arg>${errorprone.main}</arg>");
        try (var files = Files.walk(Path.of(".."), 3)) {
            assertThat(files.filter(file -> file.endsWith("pom.xml"))
                            .filter(file -> file.getNameCount() > 2)
                            .toList())
                    .hasSizeGreaterThanOrEqualTo(9)
                    .allSatisfy(pom -> assertThat(pom).content().doesNotContain("compilerArgs", "<errorprone."));
        }
    }

    private List<String> errorsOf(String returned) {
        return CompiledCanary.errorsOf(returned, classes);
    }
}
