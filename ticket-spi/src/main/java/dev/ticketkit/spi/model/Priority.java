package dev.ticketkit.spi.model;

/**
 * How urgent a ticket is: one ordered scale, least urgent first. A tenant may show other words and offer fewer of them; key (the
 * name) and rank never change. {@link Enum#compareTo} is the order of urgency.
 */
public enum Priority {
    /** Can wait for ever. */
    LOWEST(1),
    /** Below the usual. */
    LOW(2),
    /** The default. */
    MEDIUM(3),
    /** Above the usual. */
    HIGH(4),
    /** Nearly urgent. */
    HIGHEST(5),
    /** Before everything else. */
    URGENT(6);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** The number stores keep, 1 to 6, the most urgent highest. */
    public int rank() {
        return rank;
    }

    /**
     * The priority of a stored rank.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Priority ofRank(int rank) {
        if (rank < 1 || rank > values().length) {
            throw new IllegalArgumentException("no priority has rank " + rank);
        }
        return values()[rank - 1];
    }
}
