package dev.ticketkit.core.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.spi.model.Contact;
import jakarta.validation.ConstraintViolationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A contact as a command carries it to the desk: taken, and in which form, or refused with a sentence that names the field. */
final class Contacts {
    private static final CommandValidator ENGLISH = CommandValidator.ofProvider(Locale.ENGLISH);
    private static final Contact NOBODY = Contact.of("c", "Anna");

    private Contacts() {}

    static @Nullable String phone(@Nullable String typed) {
        return taken(NOBODY.withPhone(typed)).phone();
    }

    static @Nullable String email(@Nullable String typed) {
        return taken(NOBODY.withEmail(typed)).email();
    }

    static @Nullable String language(@Nullable String typed) {
        return taken(NOBODY.withLanguage(typed)).language();
    }

    /** What is kept is read again from the store, and sent again by the host: it must be the same each time. */
    private static Contact taken(Contact typed) {
        Contact kept = ENGLISH.check(ChangeContact.to(typed)).contact();
        Contact again = new Contact(kept.id(), kept.name(), kept.phone(), kept.email(), kept.language());
        assertThat(again).isEqualTo(kept);
        return kept;
    }

    static void refused(Contact typed, String problem) {
        assertThat(catchThrowable(() -> ENGLISH.check(ChangeContact.to(typed))))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining(problem);
    }
}
