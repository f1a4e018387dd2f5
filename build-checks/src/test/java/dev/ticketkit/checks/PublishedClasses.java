package dev.ticketkit.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes of the published modules, read once for all rules. */
final class PublishedClasses {
    /** The modules, as their packages are named: {@code dev.ticketkit.spi} and so on. */
    static final List<String> MODULES = List.of("spi", "core", "jdbc", "testkit", "mail", "webhook", "spring");

    static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    MODULES.stream().map(module -> "dev.ticketkit." + module).toList());

    private PublishedClasses() {}
}
