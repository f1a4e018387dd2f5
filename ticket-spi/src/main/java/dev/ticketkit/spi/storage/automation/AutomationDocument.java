package dev.ticketkit.spi.storage.automation;

/**
 * An automation as its store keeps it: a text the desk writes and reads.
 *
 * @param id unique within the tenant, 1 to 64 of {@code a-z 0-9 -}
 * @param json the whole automation, at most 200,000 code points; opaque to the store
 */
public record AutomationDocument(String id, String json) {}
