package dev.ticketkit.core.automation;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;

/** Reads what has a {@code type} from an object alone: left to itself the mapper takes {@code ["type", {…}]} for the same thing. */
final class TypedObject<T> extends StdDeserializer<T> {
    TypedObject(Class<T> type) {
        super(type);
    }

    @Override
    public @Nullable Object deserializeWithType(
            JsonParser parser, DeserializationContext context, TypeDeserializer types) {
        return parser.hasToken(JsonToken.START_OBJECT)
                ? types.deserializeTypedFromObject(parser, context)
                : context.handleUnexpectedToken(handledType(), parser);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        return context.reportInputMismatch(this, "needs a type");
    }
}
