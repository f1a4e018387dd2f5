package dev.ticketkit.checks.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * One file of a module, parsed. Comments and texts are no code here: what is counted is counted in the tree.
 *
 * @param module the folder, such as {@code ticket-core}
 * @param test whether it is below {@code src/test}
 * @param lines how many lines it has
 */
record SourceFile(
        String module, boolean test, Path path, int lines, CompilationUnitTree unit, SourcePositions positions) {
    private static final Pattern OURS = Pattern.compile("(dev\\.ticketkit(?:\\.[a-z][a-z0-9]*)*)(?:\\.|;|$)");

    /** Its package; empty for {@code module-info}. */
    String packageName() {
        return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    }

    /** Its name without the ending. */
    String name() {
        String file = path.getFileName().toString();
        return file.substring(0, file.length() - ".java".length());
    }

    /** Whether it holds types, and not only the comment of a package or module. */
    boolean holdsTypes() {
        return !name().endsWith("-info");
    }

    /** The types that are in no other. */
    List<ClassTree> types() {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .toList();
    }

    /** Whether a type of it can be named outside of its package. */
    boolean isPublic() {
        return types().stream().map(ClassTree::getModifiers).anyMatch(SourceFile::hasPublic);
    }

    /** The packages of the house that its code uses; a link in a comment is no use. */
    Set<String> packagesNamed() {
        Set<String> found = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree tree, Void nothing) {
                used.add(tree.getName().toString());
                return null;
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
                addPackage(tree.toString(), found);
                return super.visitMemberSelect(tree, null);
            }
        }.scan(unit.getTypeDecls(), null);
        unit.getImports().stream()
                .map(each -> each.getQualifiedIdentifier().toString())
                .filter(name -> name.endsWith("*") || used.contains(name.substring(name.lastIndexOf('.') + 1)))
                .forEach(name -> addPackage(name, found));
        found.remove(packageName());
        return found;
    }

    /** How many lines a part of it takes, without the comment before. */
    int linesOf(Tree part) {
        var lineMap = unit.getLineMap();
        long first = lineMap.getLineNumber(positions.getStartPosition(unit, part));
        long last = lineMap.getLineNumber(positions.getEndPosition(unit, part));
        return (int) (last - first + 1);
    }

    private static void addPackage(String text, Set<String> found) {
        Matcher matcher = OURS.matcher(text);
        if (matcher.lookingAt()) {
            found.add(matcher.group(1));
        }
    }

    private static boolean hasPublic(ModifiersTree modifiers) {
        return modifiers.getFlags().contains(Modifier.PUBLIC);
    }
}
