package dev.ticketkit.spring.internal.aot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.InputStreamSource;
import org.springframework.javapoet.ClassName;

/** What Spring makes of an application when it is built for a native image. */
final class AheadOfTime {
    private final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
    private final DefaultGenerationContext generation = new DefaultGenerationContext(
            new ClassNameGenerator(ClassName.get("dev.ticketkit.spring.generated", "Application")), files);
    private final ClassName initializer;

    /** Processes a context that is not refreshed. */
    AheadOfTime(GenericApplicationContext context) {
        initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        generation.writeGeneratedContent();
    }

    RuntimeHints hints() {
        return generation.getRuntimeHints();
    }

    /** Compiles what was generated, and says the name of what starts the application without looking at conditions. */
    String compiled(Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        for (Path each : written(Kind.SOURCE, folder)) {
            arguments.add(each.toString());
        }
        written(Kind.CLASS, folder);
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("what Spring generated does not compile");
        }
        return initializer.canonicalName();
    }

    private List<Path> written(Kind kind, Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Map.Entry<String, InputStreamSource> each :
                files.getGeneratedFiles(kind).entrySet()) {
            Path file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            try (InputStream in = each.getValue().getInputStream()) {
                Files.copy(in, file);
            }
            all.add(file);
        }
        return all;
    }
}
