package dev.ticketkit.spring.internal.adapter;

import dev.ticketkit.webhook.JsonWriter;
import tools.jackson.databind.json.JsonMapper;

/** The Jackson that comes with the desk. */
public final class PlainJson {
    private PlainJson() {}

    /** Writes with a mapper as it is. */
    public static JsonWriter writer() {
        return new JsonMapper()::writeValueAsString;
    }
}
