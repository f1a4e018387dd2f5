package dev.ticketkit.checks.house;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** Methods that are too long to be read at once. */
final class LongMethods extends TreeScanner<Void, Void> {
    private static final int MOST = 40;

    private final SourceFile file;
    private final List<String> found = new ArrayList<>();

    private LongMethods(SourceFile file) {
        this.file = file;
    }

    /** Those of a file; the factories that JSON is read by list the properties, and are as long as these are many. */
    static List<String> of(SourceFile file) {
        LongMethods search = new LongMethods(file);
        search.scan(file.unit(), null);
        return search.found;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
        boolean readsJson = tree.getModifiers().getAnnotations().stream()
                .anyMatch(each -> each.getAnnotationType().toString().equals("JsonCreator"));
        int lines = file.linesOf(tree);
        if (lines > MOST && !readsJson) {
            found.add(file.name() + "." + tree.getName() + " " + lines);
        }
        return super.visitMethod(tree, null);
    }
}
