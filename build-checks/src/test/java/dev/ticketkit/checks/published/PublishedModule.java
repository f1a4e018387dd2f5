package dev.ticketkit.checks.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A module as a host gets it.
 *
 * @param jar how many bytes its jar has; empty while there is none of the classes as they are
 */
record PublishedModule(String name, OptionalLong jar, List<RuntimeDependency> dependencies) {
    /** As the build left it in the folder of the module. */
    static PublishedModule of(Path folder) throws IOException {
        Path target = folder.resolve("target");
        List<String> tree = Files.readAllLines(target.resolve("runtime-dependencies.txt"));
        String[] itself = tree.get(0).split(":", -1);
        Path jar = target.resolve(itself[1] + "-" + itself[3] + ".jar");
        OptionalLong size = isOfTheseClasses(jar, target.resolve("classes"))
                ? OptionalLong.of(Files.size(jar))
                : OptionalLong.empty();
        return new PublishedModule(itself[1], size, RuntimeDependency.read(tree));
    }

    private static boolean isOfTheseClasses(Path jar, Path classes) throws IOException {
        if (!Files.exists(jar)) {
            return false;
        }
        if (!Files.exists(classes)) {
            return true;
        }
        FileTime packaged = Files.getLastModifiedTime(jar);
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(packaged) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A few lines for people. */
    String table() {
        String size = jar.isPresent() ? (jar.getAsLong() + 999) / 1000 + " kB" : "not packaged";
        StringBuilder lines =
                new StringBuilder("%s, %s, %d runtime dependencies%n".formatted(name, size, dependencies.size()));
        dependencies.forEach(
                each -> lines.append("%s%s %s%n".formatted("    ".repeat(each.depth()), each.name(), each.version())));
        return lines.toString();
    }
}
