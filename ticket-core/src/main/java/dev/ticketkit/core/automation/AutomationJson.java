package dev.ticketkit.core.automation;

import dev.ticketkit.core.internal.json.JsonFault;
import dev.ticketkit.core.internal.json.JsonForm;
import dev.ticketkit.core.internal.json.JsonRules;
import dev.ticketkit.spi.error.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Automations as JSON, for storage and for hosts:
 *
 * <pre>{@code
 * {"id": "mail-resolved", "name": "Mail when resolved",
 *  "starter": {"type": "statusChanged", "to": {"statuses": ["resolved"]}},
 *  "condition": {"type": "not", "condition": {"type": "origin", "origins": ["IMPORT"]}},
 *  "steps": [{"type": "sendMessage", "text": "%%TICKET_REFERENCE%% is resolved."}]}
 * }</pre>
 *
 * <p>A host's own mapper reads them too, and refuses properties that do not exist even where it leaves out what it does not know: a condition
 * with a slip of the pen would be no condition. {@link #read} says more clearly what is wrong.
 *
 * <p> Reads what strangers wrote: the data never names a class, and size and depth are
 * bounded. What is read is well-formed; whether it may be saved is another question.
 *
 * <p>Automations can be bound by a host's own mapper too, to the same JSON. Such a mapper follows conditions inside conditions as deep as it
 * allows itself, which by default is deeper than the stack of a thread; one that reads what strangers wrote limits itself to
 * {@link #MAX_DEPTH}.
 *
 * <p>Works with the host's Jackson: 3.1 or later, or 2.18 or later; with neither, every method throws {@link IllegalStateException} saying what
 * is missing.
 */
public final class AutomationJson {
    /** Longest text, in code points. */
    public static final int MAX_CODE_POINTS = 200_000;
    /** Most objects and lists inside each other. */
    public static final int MAX_DEPTH = 32;

    private static final int MAX_NUMBER_LENGTH = 20;
    private static final int MAX_NAME_LENGTH = 1_000;

    private static final JsonForm STRICT = form(true);
    private static final JsonForm LENIENT = form(false);

    private AutomationJson() {}

    /**
     * The JSON of an automation.
     *
     * @throws RefusedException naming {@code automation} when it has more than {@link #MAX_CODE_POINTS}
     */
    public static String write(Automation automation) {
        return requireSize(STRICT.write(automation));
    }

    /**
     * Reads what a person gives.
     *
     * @throws RefusedException naming the place, such as {@code steps[1].type}, for all that is no automation: properties that an
     *     automation does not have, properties given twice, values of another kind
     */
    public static Automation read(String json) {
        return read(STRICT, json);
    }

    /**
     * Reads what a store gives: properties nobody knows here are left out, because a newer version of the library may have written them.
     *
     * @throws RefusedException as {@link #read}
     */
    public static Automation readStored(String json) {
        return read(LENIENT, json);
    }

    private static Automation read(JsonForm form, String json) {
        try {
            return requirePresent(form.read(requireSize(json), Automation.class));
        } catch (JsonFault e) {
            throw JsonProblem.of(e);
        }
    }

    private static Automation requirePresent(@Nullable Automation automation) {
        if (automation == null) {
            throw new RefusedException(JsonProblem.ROOT, "must be an object, not null");
        }
        return automation;
    }

    private static String requireSize(String json) {
        if (json.length() > 2L * MAX_CODE_POINTS || json.codePointCount(0, json.length()) > MAX_CODE_POINTS) {
            throw new RefusedException(
                    JsonProblem.ROOT, "is too large, at most " + MAX_CODE_POINTS + " code points of JSON are allowed");
        }
        return json;
    }

    private static JsonForm form(boolean strict) {
        return new JsonForm(new JsonRules(
                strict,
                MAX_DEPTH,
                MAX_NUMBER_LENGTH,
                MAX_NAME_LENGTH,
                List.of(Starter.class, Condition.class, Step.class)));
    }
}
