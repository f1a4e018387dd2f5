package dev.ticketkit.samples.helpdesk.automation;

import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.spi.model.Priority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When it runs; all of what is given must hold.
 *
 * @param category names of which the ticket has one
 * @param atLeast the lowest priority
 * @param unassigned whether only tickets without an owner
 * @param openTicket {@code yes} or {@code no}: whether the contact has one in progress
 */
record ConditionForm(
        @Nullable List<String> category,
        @Nullable String atLeast,
        @Nullable Boolean unassigned,
        @Nullable String openTicket) {
    /** The form of a condition; empty when it has what the form does not show. */
    static Optional<ConditionForm> of(@Nullable Condition condition) {
        Parts parts = new Parts();
        if (condition instanceof Condition.AllOf all) {
            all.conditions().forEach(parts::take);
        } else if (condition != null) {
            parts.take(condition);
        }
        return parts.form();
    }

    @Nullable Condition condition() {
        List<Condition> all = new ArrayList<>();
        if (!Texts.given(category).isEmpty()) {
            all.add(Condition.categoryIs(Texts.given(category).toArray(String[]::new)));
        }
        Arrays.stream(Priority.values())
                .filter(priority -> priority.name().equals(atLeast))
                .map(Condition::priorityIsAtLeast)
                .forEach(all::add);
        if (Boolean.TRUE.equals(unassigned)) {
            all.add(Condition.isUnassigned());
        }
        if ("yes".equals(openTicket)) {
            all.add(Condition.contactHasOpenTicket());
        } else if ("no".equals(openTicket)) {
            all.add(Condition.not(Condition.contactHasOpenTicket()));
        }
        return all.isEmpty() ? null : all.size() == 1 ? all.get(0) : Condition.allOf(all.toArray(Condition[]::new));
    }

    /** Whether a category is chosen. */
    public boolean has(String name) {
        return Texts.given(category).contains(name);
    }

    private static final class Parts {
        private List<String> categories = List.of();
        private @Nullable String atLeast;
        private boolean unassigned;
        private @Nullable String openTicket;
        private boolean shown = true;

        void take(Condition part) {
            if (part.equals(Condition.isUnassigned())) {
                unassigned = true;
            } else if (part.equals(Condition.contactHasOpenTicket())) {
                takeOpenTicket("yes");
            } else if (part.equals(Condition.not(Condition.contactHasOpenTicket()))) {
                takeOpenTicket("no");
            } else if (part instanceof Condition.CategoryIs one && !one.none()) {
                shown &= categories.isEmpty();
                categories = List.copyOf(one.names());
            } else {
                takePriority(part);
            }
        }

        private void takeOpenTicket(String answer) {
            shown &= openTicket == null || openTicket.equals(answer);
            openTicket = answer;
        }

        private void takePriority(Condition part) {
            Optional<Priority> lowest = Arrays.stream(Priority.values())
                    .filter(priority -> Condition.priorityIsAtLeast(priority).equals(part))
                    .findFirst();
            shown &= lowest.isPresent() && atLeast == null;
            lowest.ifPresent(priority -> atLeast = priority.name());
        }

        Optional<ConditionForm> form() {
            return shown
                    ? Optional.of(new ConditionForm(categories, atLeast, unassigned, openTicket))
                    : Optional.empty();
        }
    }
}
