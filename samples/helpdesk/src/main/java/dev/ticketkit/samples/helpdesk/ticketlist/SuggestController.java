package dev.ticketkit.samples.helpdesk.ticketlist;

import dev.ticketkit.samples.helpdesk.page.Choices;
import dev.ticketkit.samples.helpdesk.page.Choices.Choice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Completes the word that is being typed into the search box: a keyword, or one of its values. */
@RestController
class SuggestController {
    private static final int MOST = 8;
    private static final List<String> KEYWORDS = List.of(
            "status:",
            "is:",
            "priority:",
            "category:",
            "owner:",
            "contact:",
            "reference:",
            "origin:",
            "opened:",
            "updated:",
            "closed:",
            "sort:",
            "stato:",
            "priorità:",
            "categoria:",
            "assegnatario:",
            "estado:",
            "prioridad:",
            "categoría:");

    private final Choices choices;

    SuggestController(Choices choices) {
        this.choices = choices;
    }

    @GetMapping("/tickets/suggest")
    List<String> complete(@RequestParam(defaultValue = "") String word) {
        int colon = word.indexOf(':');
        Stream<String> all = colon < 0
                ? KEYWORDS.stream()
                : values(word.substring(0, colon)).map(value -> word.substring(0, colon + 1) + value);
        String typed = word.toLowerCase(Locale.ROOT);
        return all.filter(each -> each.toLowerCase(Locale.ROOT).startsWith(typed) && !each.equals(word))
                .limit(MOST)
                .toList();
    }

    private Stream<String> values(String keyword) {
        return switch (keyword) {
            case "status", "stato", "estado" -> choices.statuses().stream().map(Choice::key);
            case "priority", "priorità", "prioridad" ->
                choices.priorities().stream().map(choice -> choice.key().toLowerCase(Locale.ROOT));
            case "category", "categoria", "categoría" ->
                choices.categories().stream()
                        .map(choice -> "\"" + choice.label().replace("\"", "") + "\"");
            case "owner", "assegnatario" ->
                Stream.concat(Stream.of("me", "none"), choices.owners().stream().map(Choice::key));
            case "is" -> Stream.of("open", "closed");
            case "sort" -> Stream.of("priority", "opened", "-opened", "updated", "-updated");
            default -> Stream.of();
        };
    }
}
