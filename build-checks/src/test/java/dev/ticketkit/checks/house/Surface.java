package dev.ticketkit.checks.house;

import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.ModuleTree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a module shows: its exported packages, and their public types. */
final class Surface {
    private Surface() {}

    /** The packages that {@code module-info} exports to everybody; where there is none, those that do not say they are internal. */
    static Set<String> exportedPackages(SourceTree house, String module) {
        if (house.main(module).stream().allMatch(file -> file.unit().getModule() == null)) {
            return house.packages(module).keySet().stream()
                    .filter(name -> !isInternal(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        return house.main(module).stream()
                .map(file -> file.unit().getModule())
                .filter(declaration -> declaration != null)
                .map(ModuleTree::getDirectives)
                .flatMap(directives -> directives.stream())
                .filter(ExportsTree.class::isInstance)
                .map(ExportsTree.class::cast)
                .filter(exported -> exported.getModuleNames() == null)
                .map(exported -> exported.getPackageName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The public types of those that are in no other type. */
    static Set<String> exportedTypes(SourceTree house, String module) {
        Set<String> exported = exportedPackages(house, module);
        return house.main(module).stream()
                .filter(SourceFile::isPublic)
                .filter(file -> exported.contains(file.packageName()))
                .map(file -> file.packageName() + "." + file.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Packages that look like API on the class path, and are none. */
    static Set<String> unmarkedPackages(SourceTree house, String module) {
        Set<String> exported = exportedPackages(house, module);
        return house.packages(module).keySet().stream()
                .filter(name -> !exported.contains(name))
                .filter(name -> !isInternal(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The public types in such packages. */
    static Set<String> unmarkedTypes(SourceTree house, String module) {
        Set<String> unmarked = unmarkedPackages(house, module);
        return house.main(module).stream()
                .filter(SourceFile::isPublic)
                .filter(file -> unmarked.contains(file.packageName()))
                .map(SourceFile::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Packages that say they are not API, and are shown all the same. */
    static Set<String> exportedInternals(SourceTree house, String module) {
        return exportedPackages(house, module).stream()
                .filter(Surface::isInternal)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isInternal(String name) {
        return List.of(name.split("\\.")).contains("internal");
    }
}
