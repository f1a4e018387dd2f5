package dev.ticketkit.samples.helpdesk.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** An address with what it asks for, encoded. */
public final class Link {
    private final StringBuilder address;
    private char joint = '?';

    /** To a path. */
    public Link(String path) {
        address = new StringBuilder(path);
    }

    /** Adds a value, unless there is none. */
    public Link with(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            address.append(joint).append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            joint = '&';
        }
        return this;
    }

    /** Adds each value. */
    public Link with(String name, Collection<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
