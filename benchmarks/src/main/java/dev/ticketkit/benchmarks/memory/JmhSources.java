package dev.ticketkit.benchmarks.memory;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jmh.generators.core.BenchmarkGenerator;
import org.openjdk.jmh.generators.core.FileSystemDestination;
import org.openjdk.jmh.generators.reflection.RFGeneratorSource;

/**
 * The classes that JMH makes around benchmarks, made when they are needed: while our own are compiled no processor runs, and what JMH writes
 * would not pass our checks.
 */
final class JmhSources {
    private final Path folder;

    JmhSources(Path folder) {
        this.folder = folder;
    }

    /** Makes and compiles them; the folder of the classes. */
    Path compiled(Class<?>... benchmarks) throws IOException {
        File sources = Files.createDirectories(folder.resolve("sources")).toFile();
        Path classes = Files.createDirectories(folder.resolve("classes"));
        FileSystemDestination destination = new FileSystemDestination(classes.toFile(), sources);
        RFGeneratorSource source = new RFGeneratorSource();
        source.processClasses(benchmarks);
        BenchmarkGenerator generator = new BenchmarkGenerator();
        generator.generate(source, destination);
        generator.complete(source, destination);
        if (destination.hasErrors()) {
            throw new IllegalStateException("JMH refuses a benchmark: " + destination.getErrors());
        }
        compile(sources.toPath(), classes);
        return classes;
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("there is no compiler; run with a JDK, not with a runtime");
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, Locale.ROOT, null);
                var found = Files.walk(sources)) {
            List<Path> java =
                    found.filter(each -> each.toString().endsWith(".java")).toList();
            List<String> options =
                    List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
            boolean compiled = compiler.getTask(
                            null, files, problems, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("what JMH made does not compile: " + problems.getDiagnostics());
            }
        }
    }
}
