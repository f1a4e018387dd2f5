package dev.ticketkit.checks.house;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The sources of the published modules, as they lie in a folder; any state of the house can be measured by the same rules. */
final class SourceTree {
    /** What is published, in the order of the build. */
    static final List<String> MODULES = List.of(
            "ticket-spi",
            "ticket-core",
            "ticket-testkit",
            "ticket-jdbc",
            "ticket-mail",
            "ticket-webhook",
            "ticket-spring-boot-autoconfigure");

    private final Path root;
    private final Map<String, List<SourceFile>> main = new TreeMap<>();
    private final Map<String, List<SourceFile>> tests = new TreeMap<>();

    private SourceTree(Path root) {
        this.root = root;
    }

    /** Parses all of them; nothing is compiled. */
    static SourceTree of(Path root) throws IOException {
        SourceTree tree = new SourceTree(root);
        for (String module : MODULES) {
            Path sources = root.resolve(module).resolve("src");
            tree.main.put(module, parse(module, false, sources.resolve("main/java")));
            tree.tests.put(module, parse(module, true, sources.resolve("test/java")));
        }
        return tree;
    }

    Path root() {
        return root;
    }

    /** What is published of a module. */
    List<SourceFile> main(String module) {
        return main.getOrDefault(module, List.of());
    }

    /** What is published of all modules. */
    List<SourceFile> main() {
        return MODULES.stream().flatMap(module -> main(module).stream()).toList();
    }

    /** The tests of a module, and what they need. */
    List<SourceFile> tests(String module) {
        return tests.getOrDefault(module, List.of());
    }

    /** The tests of all published modules. */
    List<SourceFile> tests() {
        return MODULES.stream().flatMap(module -> tests(module).stream()).toList();
    }

    /** A module's packages that hold types, each with its files. */
    Map<String, List<SourceFile>> packages(String module) {
        Map<String, List<SourceFile>> found = new TreeMap<>();
        main(module).stream().filter(SourceFile::holdsTypes).forEach(file -> found.computeIfAbsent(
                        file.packageName(), name -> new ArrayList<>())
                .add(file));
        return found;
    }

    /** What is not published, and uses what is, as a host does. */
    List<SourceFile> outside() throws IOException {
        List<SourceFile> found = new ArrayList<>();
        for (String folder : List.of("samples", "acceptance", "benchmarks")) {
            found.addAll(parse(folder, true, root.resolve(folder)));
        }
        return found;
    }

    private static List<SourceFile> parse(String module, boolean test, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(folder)) {
            List<Path> paths =
                    found.filter(path -> path.toString().endsWith(".java")).toList();
            if (paths.isEmpty()) {
                return List.of();
            }
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(paths));
            var positions = Trees.instance(task).getSourcePositions();
            List<SourceFile> parsed = new ArrayList<>();
            task.parse().forEach(unit -> {
                Path path = Path.of(unit.getSourceFile().toUri());
                parsed.add(new SourceFile(module, test, path, lines(path), unit, positions));
            });
            return parsed;
        }
    }

    private static int lines(Path path) {
        try (Stream<String> lines = Files.lines(path)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
