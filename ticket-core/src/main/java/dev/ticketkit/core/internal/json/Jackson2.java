package dev.ticketkit.core.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Jackson 2, set to read as {@link Jackson3} does. */
final class Jackson2 implements JacksonGeneration {
    private static final int OLDEST_MINOR = 18;

    @Override
    public boolean isRecent() {
        Version version = PackageVersion.VERSION;
        return version.getMajorVersion() > 2 || version.getMinorVersion() >= OLDEST_MINOR;
    }

    @Override
    public String version() {
        return PackageVersion.VERSION.toString();
    }

    @Override
    public JsonMapping mapping(JsonRules rules) {
        JsonMapper mapper = mapper(rules);
        return new JsonMapping() {
            @Override
            public String write(Object value) {
                try {
                    return mapper.writeValueAsString(value);
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("a value of the library's own cannot be written", e);
                }
            }

            @Override
            public <T> @Nullable T read(String json, Class<T> type) throws JsonFault {
                try {
                    return mapper.readValue(json, type);
                } catch (JsonProcessingException e) {
                    throw Jackson2Faults.of(e);
                }
            }
        };
    }

    private static JsonMapper mapper(JsonRules rules) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(rules.maxDepth())
                .maxNumberLength(rules.maxNumberLength())
                .maxNameLength(rules.maxNameLength())
                .build();
        SimpleModule types = new SimpleModule();
        rules.typed().forEach(type -> addTyped(types, type));
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .annotationIntrospector(new OwnAnnotations())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, rules.refusesUnknown())
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(types)
                .build();
    }

    /** As in {@link Jackson3}. */
    private static final class OwnAnnotations extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasAnySetter(Annotated annotated) {
            return null;
        }
    }

    private static <T> void addTyped(SimpleModule module, Class<T> type) {
        module.addDeserializer(type, new TypedObject<>(type));
    }

    /** As in {@link Jackson3}. */
    private static final class TypedObject<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private TypedObject(Class<T> type) {
            super(type);
        }

        @Override
        public @Nullable Object deserializeWithType(
                JsonParser parser, DeserializationContext context, TypeDeserializer types) throws IOException {
            return parser.hasToken(JsonToken.START_OBJECT)
                    ? types.deserializeTypedFromObject(parser, context)
                    : context.handleUnexpectedToken(handledType(), parser);
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return context.reportInputMismatch(this, "needs a type");
        }
    }
}
