package dev.ticketkit.checks.house;

import static dev.ticketkit.checks.house.SourceTree.MODULES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Samples, acceptance tests and benchmarks that use more than hosts can see. */
final class Outsiders {
    private Outsiders() {}

    static List<String> of(SourceTree house) {
        Set<String> hidden = new TreeSet<>();
        MODULES.forEach(module -> hidden.addAll(house.packages(module).keySet()));
        MODULES.forEach(module -> hidden.removeAll(Surface.exportedPackages(house, module)));
        try {
            return house.outside().stream()
                    .filter(file -> file.packagesNamed().stream().anyMatch(hidden::contains))
                    .map(SourceFile::name)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
