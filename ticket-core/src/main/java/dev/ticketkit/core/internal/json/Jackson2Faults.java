package dev.ticketkit.core.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Jackson 2 says, in words of our own. A fault of the text inside a value comes wrapped into one that knows the way. */
final class Jackson2Faults {
    private Jackson2Faults() {}

    static JsonFault of(JsonProcessingException e) {
        List<JsonFault.Step> path = path(e);
        JsonProcessingException cause = inmost(e);
        if (cause instanceof InvalidTypeIdException type) {
            return fault(
                    JsonFault.Kind.UNKNOWN_TYPE, cause, path, type.getBaseType().getRawClass(), null);
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return fault(JsonFault.Kind.UNKNOWN_PROPERTY, cause, path, null, unknown.getKnownPropertyIds());
        }
        if (cause instanceof MismatchedInputException mismatch) {
            return fault(JsonFault.Kind.OTHER_KIND, cause, path, mismatch.getTargetType(), null);
        }
        if (cause instanceof StreamConstraintsException) {
            return fault(JsonFault.Kind.BEYOND_LIMITS, cause, path, null, null);
        }
        if (cause instanceof InputCoercionException) {
            return fault(JsonFault.Kind.OTHER_KIND, cause, path, Integer.class, null);
        }
        return fault(
                cause instanceof StreamReadException ? JsonFault.Kind.MALFORMED : JsonFault.Kind.OTHER,
                cause,
                path,
                null,
                null);
    }

    private static JsonProcessingException inmost(JsonProcessingException e) {
        return e.getClass() == JsonMappingException.class && e.getCause() instanceof JsonProcessingException cause
                ? inmost(cause)
                : e;
    }

    private static List<JsonFault.Step> path(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> new JsonFault.Step(step.getFieldName(), step.getIndex()))
                        .toList()
                : List.of();
    }

    private static JsonFault fault(
            JsonFault.Kind kind,
            JsonProcessingException e,
            List<JsonFault.Step> path,
            @Nullable Class<?> type,
            @Nullable Collection<?> known) {
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
