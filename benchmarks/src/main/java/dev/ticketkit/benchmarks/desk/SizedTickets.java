package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.spi.model.Priority;
import java.util.SplittableRandom;

/** The tickets of a desk of some size, the same for each number and size. */
public final class SizedTickets {
    /** In five tickets of a desk, whatever its size. */
    public static final String RARE_WORD = "zanzibar";

    /** In half of the tickets, whatever became of them. */
    public static final String COMMON_WORD = "printer";

    private static final int CATEGORY_COUNT = 20;
    private static final int RARE_TICKETS = 5;
    private static final int OF_A_CONTACT = 20;
    private static final int WORDS = 18;

    private SizedTickets() {}

    /** The ticket of a number, of a desk that was filled with so many. */
    public static Invented of(long number, long tickets) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder text = new StringBuilder("The ").append(random.nextBoolean() ? COMMON_WORD : "screen");
        for (int i = 0; i < WORDS; i++) {
            text.append(' ').append(word(random));
        }
        if (number < tickets && number % (tickets / RARE_TICKETS) == 0) {
            text.append(' ').append(RARE_WORD);
        }
        return new Invented(
                "Order " + random.nextInt(1_000_000) + " of " + word(random),
                text.append('.').toString(),
                random.nextInt(CATEGORY_COUNT),
                random.nextInt(Math.toIntExact(tickets) / OF_A_CONTACT),
                1 + random.nextInt(Priority.values().length));
    }

    private static String word(SplittableRandom random) {
        return Words.of(random.nextInt(Words.COUNT));
    }
}
