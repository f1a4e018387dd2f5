package dev.ticketkit.checks.published;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library that a host gets with a module.
 *
 * @param name its group and name
 * @param depth 1 when the module names it itself, 2 when one of these brings it, and so on
 */
record RuntimeDependency(String name, String version, int depth) {
    /** {@code |  +- group:name:jar:version:scope}, with three characters for each step down. */
    private static final Pattern LINE = Pattern.compile(
            "((?:[| ] {2})*[+\\\\]- )([^:]+:[^:]+):[^:]+:(?:[^:]+:)?([^:]+):(?:compile|runtime)( \\(optional\\))?.*");

    private static final int STEP = 3;

    /** Reads what {@code dependency:tree} wrote; what is optional, and what that brings, reaches no host. */
    static List<RuntimeDependency> read(List<String> tree) {
        List<RuntimeDependency> found = new ArrayList<>();
        int optional = Integer.MAX_VALUE;
        for (String line : tree.subList(1, tree.size())) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a line of a tree: " + line);
            }
            int depth = matcher.group(1).length() / STEP;
            if (depth > optional) {
                continue;
            }
            optional = matcher.group(4) == null ? Integer.MAX_VALUE : depth;
            if (optional == Integer.MAX_VALUE) {
                found.add(new RuntimeDependency(matcher.group(2), matcher.group(3), depth));
            }
        }
        return found;
    }
}
