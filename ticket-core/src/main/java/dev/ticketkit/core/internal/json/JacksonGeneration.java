package dev.ticketkit.core.internal.json;

/** One of the generations of Jackson, as it is on the class path. */
interface JacksonGeneration {
    /** Whether its version is one that is supported. */
    boolean isRecent();

    /** Its version. */
    String version();

    /** A way to write and read by some rules. */
    JsonMapping mapping(JsonRules rules);
}
