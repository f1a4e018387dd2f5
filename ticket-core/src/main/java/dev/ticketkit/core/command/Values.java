package dev.ticketkit.core.command;

import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records by their values, for {@link Command#content()}: what a record prints is neither unambiguous nor the same on every JVM, and
 * hashes of contents are stored.
 */
final class Values {
    private Values() {}

    static @Nullable List<@Nullable String> of(@Nullable Contact contact) {
        return contact == null
                ? null
                : Arrays.asList(contact.id(), contact.name(), contact.phone(), contact.email(), contact.language());
    }

    static @Nullable List<String> of(@Nullable Party party) {
        return party == null ? null : List.of(party.id(), party.label());
    }
}
