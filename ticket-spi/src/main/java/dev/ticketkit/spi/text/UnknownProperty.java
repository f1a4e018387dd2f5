package dev.ticketkit.spi.text;

/**
 * Refuses what a JSON text has and its type has not. Many mappers leave such properties out, and an input whose property has a slip of the
 * pen would say less than its author meant: an automation without its condition, a list without its filter. So the types that people write
 * refuse by themselves, whatever mapper reads them; those that the desk writes are read as a host's mapper reads them.
 */
public final class UnknownProperty {
    private static final int LONGEST_NAME = 40;

    private UnknownProperty() {}

    /**
     * Refuses a property.
     *
     * @param type of what was read
     * @param name as it was written
     * @throws IllegalArgumentException always, naming it; a mapper makes its own error of that, with the place
     */
    @SuppressWarnings("DoNotCallSuggester") // A mapper calls what calls it.
    public static void refuse(Class<?> type, String name) {
        throw new IllegalArgumentException(
                type.getSimpleName() + " has no property " + shown(name) + "; correct its name or leave it out");
    }

    /** Only what is safe in a log. */
    private static String shown(String name) {
        String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return "\"" + cut.replaceAll("[^A-Za-z0-9_.-]", "?") + "\"";
    }
}
