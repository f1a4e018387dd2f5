package dev.ticketkit.core.internal.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.Version;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.cfg.PackageVersion;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Jackson 3. */
final class Jackson3 implements JacksonGeneration {
    private static final int OLDEST_MINOR = 1;

    @Override
    public boolean isRecent() {
        Version version = PackageVersion.VERSION;
        return version.getMajorVersion() > 3 || version.getMinorVersion() >= OLDEST_MINOR;
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
                return mapper.writeValueAsString(value);
            }

            @Override
            public <T> @Nullable T read(String json, Class<T> type) throws JsonFault {
                try {
                    return mapper.readValue(json, type);
                } catch (JacksonException e) {
                    throw Jackson3Faults.of(e);
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
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(types)
                .build();
    }

    /**
     * What the types refuse for the sake of other mappers this one handles itself: it says what was unknown and what there is, and leaves out,
     * where the rules say so, what a newer version of the library wrote.
     */
    private static final class OwnAnnotations extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
            return null;
        }
    }

    private static <T> void addTyped(SimpleModule module, Class<T> type) {
        module.addDeserializer(type, new TypedObject<>(type));
    }

    /** Reads what has a {@code type} from an object alone: left to itself the mapper takes {@code ["type", {…}]} for the same thing. */
    private static final class TypedObject<T> extends StdDeserializer<T> {
        private TypedObject(Class<T> type) {
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
}
