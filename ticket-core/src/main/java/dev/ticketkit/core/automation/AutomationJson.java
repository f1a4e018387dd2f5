package dev.ticketkit.core.automation;

import dev.ticketkit.core.text.OwnJson;
import dev.ticketkit.spi.error.RefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

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
 */
public final class AutomationJson {
    /** Longest text, in code points. */
    public static final int MAX_CODE_POINTS = 200_000;
    /** Most objects and lists inside each other. */
    public static final int MAX_DEPTH = 32;

    private static final int MAX_NUMBER_LENGTH = 20;
    private static final int MAX_NAME_LENGTH = 1_000;

    private static final JsonMapper STRICT = mapper(true);
    private static final JsonMapper LENIENT = mapper(false);

    private AutomationJson() {}

    /**
     * The JSON of an automation.
     *
     * @throws RefusedException naming {@code automation} when it has more than {@link #MAX_CODE_POINTS}
     */
    public static String write(Automation automation) {
        return requireSize(STRICT.writeValueAsString(automation));
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

    private static Automation read(JsonMapper mapper, String json) {
        try {
            return requirePresent(mapper.readValue(requireSize(json), Automation.class));
        } catch (JacksonException e) {
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

    private static JsonMapper mapper(boolean strict) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxNameLength(MAX_NAME_LENGTH)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .annotationIntrospector(new OwnJson())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(new SimpleModule()
                        .addDeserializer(Starter.class, new TypedObject<>(Starter.class))
                        .addDeserializer(Condition.class, new TypedObject<>(Condition.class))
                        .addDeserializer(Step.class, new TypedObject<>(Step.class)))
                .build();
    }
}
