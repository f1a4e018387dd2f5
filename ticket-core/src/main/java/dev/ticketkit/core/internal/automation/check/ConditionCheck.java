package dev.ticketkit.core.internal.automation.check;

import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Condition.AllOf;
import dev.ticketkit.core.automation.Condition.AnyOf;
import dev.ticketkit.core.automation.Condition.CategoryIs;
import dev.ticketkit.core.automation.Condition.Not;
import dev.ticketkit.core.automation.Condition.OwnerIs;
import dev.ticketkit.spi.error.RefusedException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks conditions. */
final class ConditionCheck {
    private static final int MAX_DEPTH = 10;
    private static final int MAX_PARTS = 1_000;

    private record Place(@Nullable Condition condition, int depth) {}

    private ConditionCheck() {}

    /** Refuses what is nested too deeply or has too many parts, without ever following it further than that. */
    static void requireBounded(@Nullable Condition root) {
        Deque<Place> open = new ArrayDeque<>();
        open.push(new Place(root, 1));
        for (int parts = 0; !open.isEmpty(); parts++) {
            Place place = open.pop();
            if (place.depth() > MAX_DEPTH) {
                throw new RefusedException(
                        "condition", "is nested too deeply, at most " + MAX_DEPTH + " levels are allowed");
            }
            if (parts == MAX_PARTS) {
                throw new RefusedException("condition", "has too many parts, at most " + MAX_PARTS + " are allowed");
            }
            inside(place.condition()).forEach(inner -> open.push(new Place(inner, place.depth() + 1)));
        }
    }

    static void check(String path, @Nullable Condition condition) {
        if (condition instanceof CategoryIs is && is.names().isEmpty() && !is.none()) {
            throw new RefusedException(path, "needs names of categories, or none");
        }
        if (condition instanceof OwnerIs is && is.ids().isEmpty() && !is.nobody()) {
            throw new RefusedException(path, "needs ids of operators, or nobody");
        }
        List<? extends @Nullable Condition> inner = inside(condition);
        for (int i = 0; i < inner.size(); i++) {
            check(path + (condition instanceof Not ? ".condition" : ".conditions[" + i + "]"), inner.get(i));
        }
    }

    private static List<? extends @Nullable Condition> inside(@Nullable Condition condition) {
        if (condition instanceof AllOf all) {
            return all.conditions();
        }
        if (condition instanceof AnyOf any) {
            return any.conditions();
        }
        return condition instanceof Not not ? Collections.singletonList(not.condition()) : List.of();
    }
}
