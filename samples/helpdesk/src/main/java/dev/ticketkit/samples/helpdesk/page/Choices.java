package dev.ticketkit.samples.helpdesk.page;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.samples.helpdesk.team.Team;
import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What can be chosen in forms and filters, in the reader's words. */
@Component
public class Choices {
    private final ActorDesk desk;
    private final Team team;
    private final WordsOfRequest words;

    Choices(ActorDesk desk, Team team, WordsOfRequest words) {
        this.desk = desk;
        this.team = team;
        this.words = words;
    }

    /** Statuses that may be chosen. */
    public List<Choice> statuses() {
        Words said = words.words();
        return desk.catalogue().statuses().entries().stream()
                .filter(entry -> !entry.hidden())
                .map(StatusEntry::status)
                .map(status -> new Choice(status.key(), said.status(status), "macro-" + status.macro()))
                .toList();
    }

    /** Priorities that are offered, most urgent first. */
    public List<Choice> priorities() {
        Words said = words.words();
        return desk.catalogue().priorities().stream()
                .filter(PriorityEntry::offered)
                .map(PriorityEntry::priority)
                .sorted(Comparator.reverseOrder())
                .map(priority -> new Choice(priority.name(), said.priority(priority), "priority-" + priority))
                .toList();
    }

    /** Categories that may be chosen. */
    public List<Choice> categories() {
        return desk.catalogue().categories().stream()
                .filter(entry -> !entry.hidden())
                .map(CategoryEntry::category)
                .map(category -> new Choice(category.name(), category.name(), ""))
                .sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Operators who may own tickets. */
    public List<Choice> owners() {
        return team.operators().stream()
                .map(account -> new Choice(account.id(), account.name(), ""))
                .toList();
    }

    /**
     * One that can be chosen.
     *
     * @param key what is sent
     * @param label what is read
     * @param kind for the style
     */
    public record Choice(String key, String label, String kind) {
        /** What one of several is called; its key when it is not among them. */
        public static String label(List<Choice> choices, String key) {
            return choices.stream()
                    .filter(choice -> choice.key().equals(key))
                    .map(Choice::label)
                    .findFirst()
                    .orElse(key);
        }
    }
}
