package dev.ticketkit.samples.helpdesk.chat;

import dev.ticketkit.samples.helpdesk.page.Link;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are listed, and whose chat is shown.
 *
 * @param status keys of their tickets' statuses
 * @param priority names of their tickets' priorities
 * @param contact the id of one
 * @param cursor of the page
 */
record ChatFilter(
        @Nullable List<String> status,
        @Nullable List<String> priority,
        @Nullable String contact,
        @Nullable String cursor) {
    List<String> statuses() {
        return Objects.requireNonNullElse(status, List.of());
    }

    List<String> priorities() {
        return Objects.requireNonNullElse(priority, List.of());
    }

    /** The contact whose chat is shown; empty for none. */
    public String chosen() {
        return Objects.requireNonNullElse(contact, "");
    }

    /** Whether a value is chosen. */
    public boolean has(String value) {
        return statuses().contains(value) || priorities().contains(value);
    }

    /** The same list with one chat. */
    public String to(String id) {
        return link().with("cursor", cursor).with("contact", id).toString();
    }

    /** The page after this one. */
    public String after(String next) {
        return link().with("cursor", next).with("contact", contact).toString();
    }

    private Link link() {
        return new Link("/chats").with("status", statuses()).with("priority", priorities());
    }
}
