package dev.ticketkit.acceptance.json;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Ticket;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that the modules of spi and core export, nested ones too, as their descriptors have it. */
public final class ExportedTypes {
    private ExportedTypes() {}

    /** Types that may hold a value: no interfaces, annotations, builders. */
    static List<Class<?>> ofValues() throws Exception {
        return all().filter(ExportedTypes::mayBeAValue).toList();
    }

    /** All that others may name. */
    public static Stream<Class<?>> all() {
        return Stream.of(Ticket.class, TicketDesk.class)
                .map(ExportedTypes::moduleOf)
                .flatMap(ExportedTypes::exported)
                .filter(ExportedTypes::isPublic);
    }

    private static boolean mayBeAValue(Class<?> type) {
        return !type.isInterface() && !type.getSimpleName().endsWith("Builder");
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass() && (outer == null || isPublic(outer));
    }

    private static ModuleReference moduleOf(Class<?> one) {
        try {
            Path place = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            return ModuleFinder.of(place).findAll().iterator().next();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Class<?>> exported(ModuleReference module) {
        Set<String> packages = module.descriptor().exports().stream()
                .map(export -> export.source().replace('.', '/'))
                .collect(Collectors.toSet());
        try (ModuleReader reader = module.open();
                Stream<String> files = reader.list()) {
            return files
                    .filter(file -> file.endsWith(".class") && file.contains("/"))
                    .filter(file -> packages.contains(file.substring(0, file.lastIndexOf('/'))))
                    .filter(file -> !file.endsWith("-info.class"))
                    .<Class<?>>map(ExportedTypes::load)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            return Class.forName(name, false, ExportedTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
