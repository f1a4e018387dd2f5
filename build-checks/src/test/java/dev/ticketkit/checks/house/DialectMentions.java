package dev.ticketkit.checks.house;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import java.util.function.Consumer;

/** Where code asks which database it is, and does not leave it to the dialect. */
final class DialectMentions extends TreeScanner<Void, Void> {
    private static final Set<String> CONSTANTS = Set.of("POSTGRESQL", "H2");
    private static final Set<String> QUESTIONS = Set.of("isPostgres", "isH2");

    private final Consumer<String> found;

    private DialectMentions(Consumer<String> found) {
        this.found = found;
    }

    /** Reports each mention in a file; none in that of the dialect itself. */
    static void in(SourceFile file, Consumer<String> found) {
        if (!file.name().endsWith("Dialect")) {
            new DialectMentions(found).scan(file.unit(), null);
        }
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
        String owner = tree.getExpression().toString();
        if (owner.endsWith("Dialect") && CONSTANTS.contains(tree.getIdentifier().toString())) {
            found.accept(tree.toString());
        }
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        String method = tree.getMethodSelect().toString();
        if (QUESTIONS.contains(method.substring(method.lastIndexOf('.') + 1))) {
            found.accept(tree.toString());
        }
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitCase(CaseTree tree, Void nothing) {
        tree.getExpressions().stream()
                .map(Object::toString)
                .filter(CONSTANTS::contains)
                .forEach(found);
        return super.visitCase(tree, null);
    }
}
