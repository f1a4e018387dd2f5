package dev.ticketkit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
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
        var source = source("package dev.ticketkit.canary; final class Canary { String name() { return %s; } }"
                .formatted(returned));
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of(
                "-proc:none",
                "-XDcompilePolicy=simple",
                "--should-stop=ifError=FLOW",
                "-processorpath",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                System.getProperty("canary.checker"));
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options, null, List.of(source))
                .call();
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> each.getMessage(Locale.ROOT))
                .toList();
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(
                URI.create("string:///dev/ticketkit/canary/Canary.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
