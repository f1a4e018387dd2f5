package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import java.util.SplittableRandom;

/**
 * A ticket that a contact could have written, the same for each number.
 *
 * @param title one line
 * @param description about 330 characters
 * @param category the number of one of {@link Filling#CATEGORY_COUNT}
 * @param contact the number of one of {@link Filling#CONTACT_COUNT}
 * @param priority its rank
 */
public record Invented(String title, String description, int category, int contact, int priority) {
    private static final int WORDS = 46;

    /** The ticket of a number. */
    public static Invented of(long number) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder text = new StringBuilder("I ordered it on day " + random.nextInt(28) + " and");
        for (int i = 0; i < WORDS; i++) {
            text.append(' ').append(Words.of(random.nextInt(Words.COUNT)));
        }
        return new Invented(
                "Order " + random.nextInt(1_000_000) + " " + Words.of(random.nextInt(Words.COUNT)) + " never arrived",
                text.append('.').toString(),
                random.nextInt(Filling.CATEGORY_COUNT),
                random.nextInt(Filling.CONTACT_COUNT),
                1 + random.nextInt(Priority.values().length));
    }

    /** The command that opens it. */
    public OpenTicket command() {
        return builder().build();
    }

    /** What such a command begins with. */
    OpenTicket.Builder builder() {
        return OpenTicket.builder()
                .title(title)
                .description(description)
                .category(categoryName())
                .priority(Priority.ofRank(priority))
                .contact(Contact.of(contactId(), contactName()));
    }

    /** What its category is called. */
    public String categoryName() {
        return Filling.categoryName(category);
    }

    /** The host's id of its contact. */
    public String contactId() {
        return "c-" + contact;
    }

    /** What its contact is called. */
    public String contactName() {
        return "Contact " + contact;
    }
}
