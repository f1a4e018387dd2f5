package dev.ticketkit.checks.house;

import static dev.ticketkit.checks.house.SourceTree.MODULES;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All figures of a house, in the order they are printed. */
final class Figures {
    private static final int LONG_FILE = 400;

    private final SourceTree house;
    private final List<Figure> found = new ArrayList<>();

    private Figures(SourceTree house) {
        this.house = house;
    }

    static List<Figure> of(SourceTree house) {
        Figures figures = new Figures(house);
        figures.rooms();
        figures.surface();
        figures.ports();
        figures.sizes();
        figures.tests();
        return figures.found;
    }

    private void rooms() {
        MODULES.forEach(module -> found.add(largestPackage(module, name -> !isContract(name), "largest package of ")));
        found.add(largestPackage("ticket-testkit", Figures::isContract, "largest package of contracts of "));
        found.add(inAll("packages in circles", module -> Circles.of(house, module)));
        found.add(inAll("packages neither exported nor internal", module -> Surface.unmarkedPackages(house, module)));
    }

    private Figure largestPackage(String module, Predicate<String> which, String what) {
        Map<String, List<SourceFile>> packages = house.packages(module);
        String largest = packages.keySet().stream()
                .filter(which)
                .max(Comparator.comparingInt(name -> packages.get(name).size()))
                .orElseThrow();
        return new Figure(what + module, packages.get(largest).size(), largest);
    }

    private static boolean isContract(String name) {
        return name.startsWith("dev.ticketkit.testkit.contract");
    }

    private void surface() {
        int sum = 0;
        for (String module : MODULES) {
            int exported = Surface.exportedTypes(house, module).size();
            found.add(new Figure("exported types of " + module, exported, ""));
            // The aim for all of them is of the library; what one framework needs beside it has its own.
            sum += module.equals("ticket-spring-boot-autoconfigure") ? 0 : exported;
        }
        found.add(new Figure("exported types of all modules", sum, "without Spring's"));
        found.add(inAll("packages exported and internal", module -> Surface.exportedInternals(house, module)));
        found.add(inAll("public types neither exported nor internal", module -> Surface.unmarkedTypes(house, module)));
        found.add(Figure.of("files outside that name what is not exported", Outsiders.of(house)));
    }

    private void ports() {
        Map<String, Integer> first = Ports.firstRing(house);
        Map<String, Integer> all = Ports.all(house);
        found.add(new Figure("methods of the first ring", sum(first.values()), first.size() + " interfaces"));
        found.add(new Figure("methods of all ports", sum(all.values()), all.size() + " interfaces"));
        all.forEach((port, methods) -> found.add(
                new Figure("methods of port " + port, methods, first.containsKey(port) ? "first ring" : "second")));
    }

    private static int sum(Collection<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).sum();
    }

    private void sizes() {
        List<String> mentions = new ArrayList<>();
        house.main("ticket-jdbc").forEach(file -> DialectMentions.in(file, each -> mentions.add(file.name())));
        found.add(new Figure(
                "mentions of a dialect", mentions.size(), Set.copyOf(mentions).size() + " files"));
        found.add(Figure.of("methods over 40 lines", longMethods(house.main())));
        found.add(Figure.of("methods over 40 lines, tests", longMethods(house.tests())));
        found.add(Figure.of("files over 400 lines", longFiles(house.main())));
        found.add(Figure.of("files over 400 lines, tests", longFiles(house.tests())));
        MODULES.forEach(module -> found.add(OldWords.in(house, module)));
    }

    private static List<String> longMethods(List<SourceFile> files) {
        return files.stream().map(LongMethods::of).flatMap(List::stream).toList();
    }

    private static List<String> longFiles(List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.lines() > LONG_FILE)
                .map(file -> file.name() + " " + file.lines())
                .toList();
    }

    private void tests() {
        for (String module : MODULES) {
            long classes = house.tests(module).stream()
                    .filter(file -> file.name().endsWith("Test"))
                    .count();
            found.add(new Figure("test classes of " + module, (int) classes, ""));
        }
        MODULES.forEach(
                module -> found.add(Figure.of("packages without a test beside them, " + module, untested(module))));
    }

    private Collection<String> untested(String module) {
        Set<String> tested = house.tests(module).stream()
                .filter(file -> file.name().endsWith("Test"))
                .map(SourceFile::packageName)
                .collect(Collectors.toSet());
        return house.packages(module).keySet().stream()
                .filter(name -> !isContract(name) && !tested.contains(name))
                .toList();
    }

    private static Figure inAll(String what, Function<String, Collection<String>> ofModule) {
        return Figure.of(
                what, MODULES.stream().map(ofModule).flatMap(Collection::stream).toList());
    }
}
