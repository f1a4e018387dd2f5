package dev.ticketkit.testkit.contract;

/**
 * How often a test draws at random or repeats a race: as often as it needs to find what it is there to find, or much longer where somebody
 * takes the time. The long versions run with {@code -Dticketkit.soak=true}.
 */
public final class Rounds {
    private static final boolean SOAK = Boolean.getBoolean("ticketkit.soak");

    private Rounds() {}

    /**
     * The number for this run.
     *
     * @param usual enough for a mistake of the kind the test is for to be seen
     * @param soak for a run that may last hours
     */
    public static int of(int usual, int soak) {
        return SOAK ? soak : usual;
    }
}
