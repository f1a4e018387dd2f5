package dev.ticketkit.core.internal.json;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What Jackson 3 says, in words of our own. */
final class Jackson3Faults {
    private Jackson3Faults() {}

    static JsonFault of(JacksonException e) {
        if (e instanceof InvalidTypeIdException type) {
            return fault(JsonFault.Kind.UNKNOWN_TYPE, e, type.getBaseType().getRawClass(), null);
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return fault(JsonFault.Kind.UNKNOWN_PROPERTY, e, null, unknown.getKnownPropertyIds());
        }
        if (e instanceof MismatchedInputException mismatch) {
            return fault(JsonFault.Kind.OTHER_KIND, e, mismatch.getTargetType(), null);
        }
        if (e instanceof StreamConstraintsException) {
            return fault(JsonFault.Kind.BEYOND_LIMITS, e, null, null);
        }
        if (e instanceof InputCoercionException) {
            return fault(JsonFault.Kind.OTHER_KIND, e, Integer.class, null);
        }
        return fault(e instanceof StreamReadException ? JsonFault.Kind.MALFORMED : JsonFault.Kind.OTHER, e, null, null);
    }

    private static JsonFault fault(
            JsonFault.Kind kind, JacksonException e, @Nullable Class<?> type, @Nullable Collection<?> known) {
        List<JsonFault.Step> path = e.getPath().stream()
                .map(step -> new JsonFault.Step(step.getPropertyName(), step.getIndex()))
                .toList();
        boolean located = e.getLocation() != null;
        return new JsonFault(
                kind,
                path,
                type,
                known,
                located ? e.getLocation().getLineNr() : 0,
                located ? e.getLocation().getColumnNr() : 0);
    }
}
