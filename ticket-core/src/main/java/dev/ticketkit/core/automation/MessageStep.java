package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message to the contact of the run's ticket, on the host's channel. Texts may hold dynamic fields, the ticket's own too; a field
 * without a value is empty. They show the event's ticket as the event left it; once a step of the run has opened or changed the ticket, as it
 * is when the message is sent. A template key, a text, or both are given.
 *
 * @param template the host's key of a template, or null
 * @param language the language tag of the reader; null for the contact's, or else the tenant's
 * @param parameters what the template gets, in order, at most 50
 * @param text what to say, rendered as plain text and as HTML, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"template", "language", "parameters", "text"})
public record MessageStep(
        @CodePoints(min = 1, max = 200) @NoControl(TextRule.NAME) @Nullable String template,

        @CodePoints(min = 2, max = 35) @NoControl(TextRule.NAME) @Nullable String language,

        @Size(max = 50) List<@NotNull @CodePoints(max = 4_000) @NoControl(TextRule.BLOCK) String> parameters,

        @CodePoints(min = 1, max = 20_000) @NoControl(TextRule.BLOCK) @Nullable String text)
        implements Step {
    /** Copies the list; null is none. */
    public MessageStep {
        parameters = Copies.of(parameters);
    }

    /** A copy in one language, whatever the contact's. */
    public MessageStep language(String tag) {
        return new MessageStep(template, tag, parameters, text);
    }

    /** A copy that has the host's template too. */
    public MessageStep template(String key, String... values) {
        return new MessageStep(key, language, Arrays.asList(values), text);
    }

    /** A copy that has a text too. */
    public MessageStep text(String value) {
        return new MessageStep(template, language, parameters, value);
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(MessageStep.class, property);
    }
}
