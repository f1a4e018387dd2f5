package dev.ticketkit.benchmarks.start;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A module as a host gets it: its classes in a jar, from which they load quicker than from as many files. */
final class ModuleJar {
    private ModuleJar() {}

    /** The jar of a folder of classes, in another folder. Written anew for each side. */
    static Path of(Path classes, String name, Path folder) {
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file);
                Stream<Path> found = Files.walk(classes)) {
            List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
            for (Path each : files) {
                packed.putNextEntry(new ZipEntry(classes.relativize(each)
                        .toString()
                        .replace(classes.getFileSystem().getSeparator(), "/")));
                Files.copy(each, packed);
                packed.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of " + name + " was not written", e);
        }
    }
}
