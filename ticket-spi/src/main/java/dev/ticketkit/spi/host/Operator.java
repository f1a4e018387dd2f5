package dev.ticketkit.spi.host;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.text.PersonText;
import dev.ticketkit.spi.text.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * A person who works on tickets, as the host's directory knows them.
 *
 * @param id the host's id
 * @param label the name to show
 * @param email where mail goes; null or blank for none
 * @param language the language tag, also as systems write it ({@code it_IT}); null or blank for the tenant's
 */
@JsonPropertyOrder({"id", "label", "email", "language"})
public record Operator(
        String id,
        String label,
        @Nullable String email,
        @Nullable String language) {
    /** As a directory has it: address and language in the form of {@link PersonText}. */
    public Operator {
        email = PersonText.email(email);
        language = PersonText.language(language);
    }

    /**
     * The same person as an actor. A directory holds what it holds: of a name that no label may be, the actor has what is left without
     * the forbidden characters, and the id when nothing is.
     *
     * @throws dev.ticketkit.spi.error.RefusedException naming {@code actor.id} when there is no id, or it breaks its limits
     */
    public Actor asActor() {
        String known = TextRule.LINE.require("actor.id", id, 1, 128);
        return Actor.operator(known, TextRule.LABEL.cleaned(label, 256, TextRule.LABEL.cleaned(known, 256, "?")));
    }
}
