package dev.ticketkit.core.internal.automation.check;

import dev.ticketkit.core.automation.DeclaredField;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Starter.Fired;
import dev.ticketkit.core.automation.Starter.StatusChanged;
import dev.ticketkit.core.automation.StatusFilter;
import dev.ticketkit.core.template.TicketFields;
import dev.ticketkit.spi.error.RefusedException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what starts an automation. */
final class StarterCheck {
    private StarterCheck() {}

    static void check(Starter starter, Literals literals) {
        if (starter instanceof StatusChanged changed) {
            filter("starter.from", changed.from(), literals);
            filter("starter.to", changed.to(), literals);
        } else if (starter instanceof Fired fired) {
            fields(fired.fields());
        }
    }

    private static void filter(String path, @Nullable StatusFilter filter, Literals literals) {
        if (filter == null) {
            return;
        }
        if (filter.statuses().isEmpty() == (filter.macroStatus() == null)) {
            throw new RefusedException(path, "needs either statuses or a macroStatus, and not both");
        }
        int position = 0;
        for (String key : filter.statuses()) {
            literals.knownStatus(path + ".statuses[" + position++ + "]", key);
        }
    }

    private static void fields(List<DeclaredField> fields) {
        Set<@Nullable String> seen = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            String path = "starter.fields[" + i + "].name";
            if (name != null && name.startsWith(TicketFields.PREFIX)) {
                throw new RefusedException(
                        path, "names starting with " + TicketFields.PREFIX + " are the ticket's own; choose another");
            }
            if (!seen.add(name)) {
                throw new RefusedException(path, "is declared twice");
            }
        }
    }
}
