package dev.ticketkit.samples.helpdesk.seed;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import java.util.List;
import java.util.Random;

/**
 * What people write about.
 *
 * @param category empty for none
 * @param language of the text
 * @param title with a place for a number
 * @param description more
 */
record Topic(String category, String language, String title, String description) {
    private static final Priority[] USUAL = {
        Priority.LOWEST,
        Priority.LOW,
        Priority.LOW,
        Priority.MEDIUM,
        Priority.MEDIUM,
        Priority.MEDIUM,
        Priority.MEDIUM,
        Priority.HIGH,
        Priority.HIGH,
        Priority.HIGHEST,
        Priority.URGENT
    };

    static List<Topic> all() {
        return Lines.of("tickets.txt").stream()
                .map(row -> new Topic(row.get(0), row.get(1), row.get(2), row.get(3)))
                .toList();
    }

    OpenTicket about(Contact contact, Random random) {
        String order = "ORD-" + (40_000 + random.nextInt(9_999));
        return OpenTicket.builder()
                .title(title.replace("{n}", order))
                .description(description)
                .category(category.isEmpty() ? null : category)
                .priority(USUAL[random.nextInt(USUAL.length)])
                .contact(contact)
                .build();
    }
}
