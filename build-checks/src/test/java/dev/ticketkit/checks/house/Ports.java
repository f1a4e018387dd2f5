package dev.ticketkit.checks.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** What a store of one's own implements: the door to a store, and the ports it leads to. */
final class Ports {
    private static final String DOOR = "TicketStorage";

    private final Map<String, ClassTree> interfaces = new HashMap<>();

    private Ports(SourceTree house) {
        house.main("ticket-spi").stream()
                .filter(file -> file.packageName().startsWith("dev.ticketkit.spi.storage"))
                .flatMap(file -> file.types().stream())
                .filter(type -> type.getKind() == Tree.Kind.INTERFACE)
                .filter(type -> !type.getModifiers().getFlags().contains(Modifier.SEALED))
                .forEach(type -> interfaces.put(type.getSimpleName().toString(), type));
    }

    /** The first ring: the ports without which there is no store, by name, each with its abstract methods. */
    static Map<String, Integer> firstRing(SourceTree house) {
        return new Ports(house).ledTo(Ports::isAbstract);
    }

    /** All ports: also those that a store may leave out. */
    static Map<String, Integer> all(SourceTree house) {
        return new Ports(house)
                .ledTo(method -> !method.getModifiers().getFlags().contains(Modifier.STATIC));
    }

    private Map<String, Integer> ledTo(Predicate<MethodTree> through) {
        Map<String, Integer> found = new TreeMap<>();
        lead(DOOR, through, found);
        return found;
    }

    /** A port may lead to another one. */
    private void lead(String port, Predicate<MethodTree> through, Map<String, Integer> found) {
        if (found.putIfAbsent(port, abstractMethods(interfaces.get(port))) == null) {
            methods(interfaces.get(port)).stream()
                    .filter(through)
                    .map(method -> portIn(method.getReturnType().toString()))
                    .filter(interfaces::containsKey)
                    .forEach(next -> lead(next, through, found));
        }
    }

    /** {@code Optional<RunStore>} leads to {@code RunStore}. */
    private static String portIn(String type) {
        String inner = type.contains("<") ? type.substring(type.indexOf('<') + 1, type.lastIndexOf('>')) : type;
        return inner.substring(Math.max(inner.lastIndexOf(' '), inner.lastIndexOf('.')) + 1);
    }

    /** A capability that a port extends is the port's own: whoever implements it writes those methods too. */
    private int abstractMethods(ClassTree port) {
        int own = (int) methods(port).stream().filter(Ports::isAbstract).count();
        return own
                + port.getImplementsClause().stream()
                        .map(each -> interfaces.get(portIn(each.toString())))
                        .filter(parent -> parent != null)
                        .mapToInt(this::abstractMethods)
                        .sum();
    }

    private static List<MethodTree> methods(ClassTree type) {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .toList();
    }

    private static boolean isAbstract(MethodTree method) {
        return method.getBody() == null;
    }
}
