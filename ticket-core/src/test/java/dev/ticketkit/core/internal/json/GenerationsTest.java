package dev.ticketkit.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host does not see which Jackson it is: both write the same, read the same, and refuse the same at the same place. */
class GenerationsTest {
    private static final long SEED = 16;
    private static final int MUTATIONS = 3_000;
    private static final List<String> PIECES = List.of(
            "", "\"", "{", "}", "[", "]", ",", ":", "null", "1", "1.5", "true", "\"type\"", "\"x\":1,", "\\u0000");

    private final JsonMapping three = new Jackson3().mapping(rules(true));
    private final JsonMapping two = new Jackson2().mapping(rules(true));

    private static JsonRules rules(boolean strict) {
        return new JsonRules(
                strict, AutomationJson.MAX_DEPTH, 20, 1_000, List.of(Starter.class, Condition.class, Step.class));
    }

    private static Automation automation() {
        return Automation.builder("a", "Zürich \u2028 \"Q\" 😀")
                .order(-3)
                .when(Starter.fired("late").with("ORDER").withOptional("NOTE"))
                .onlyIf(Condition.allOf(
                        Condition.priorityIs(Priority.LOW),
                        Condition.not(Condition.originIs(Origin.HOST)),
                        Condition.anyOf(Condition.categoryIs("C"), Condition.hasNoCategory())))
                .steps(Step.openTicket("t"), Step.sendMessage("m"))
                .build();
    }

    static Stream<String> wrong() {
        String good = AutomationJson.write(automation());
        return Stream.of(
                "",
                "null",
                "[]",
                "\"a\"",
                good + "1",
                good.replace("\"id\"", "\"ib\""),
                good.replace("\"fired\"", "\"java.lang.Runtime\""),
                good.replace("\"fired\"", "7"),
                good.replace("\"LOW\"", "\"VERY\""),
                good.replace("\"LOW\"", "0"),
                good.replace("-3", "1.5"),
                good.replace("-3", "\"3\""),
                good.replace("-3", "99999999999"),
                good.replace("-3", "9".repeat(30)),
                good.replace("\"t\"", "5"),
                good.replace("\"t\"", "true"),
                good.replace("\"id\":", "\"id\":\"b\",\"id\":"),
                good.replace("\"steps\":[", "\"steps\":[[\"openTicket\",{}],"),
                good.replace("\"steps\":[", "\"steps\":[{\"title\":\"t\"},"),
                good.replace("\"steps\":[", "\"" + "n".repeat(2_000) + "\":["),
                "{\"condition\":" + "{\"type\":\"not\",\"condition\":".repeat(40) + "null" + "}".repeat(41));
    }

    @Test
    void sameIsWrittenAndReadBack() throws JsonFault {
        String json = three.write(automation());

        assertThat(two.write(automation())).isEqualTo(json);
        assertThat(three.read(json, Automation.class)).isEqualTo(automation());
        assertThat(two.read(json, Automation.class)).isEqualTo(automation());
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void sameIsRefusedAtTheSamePlace(String json) {
        assertThat(outcome(two, json)).isEqualTo(outcome(three, json));
    }

    @Test
    void anyDamageHasTheSameOutcome() {
        String good = three.write(automation());
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            int from = random.nextInt(good.length());
            int to = Math.min(good.length(), from + random.nextInt(4));
            String damaged = good.substring(0, from) + PIECES.get(random.nextInt(PIECES.size())) + good.substring(to);
            assertThat(outcome(two, damaged))
                    .as("seed %s, %s: %s", SEED, i, damaged)
                    .isEqualTo(outcome(three, damaged));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void unknownIsLeftOutOnlyWhereTheRulesSaySo(boolean strict) {
        String json = three.write(automation()).replace("\"id\":", "\"later\":{\"a\":[1]},\"id\":");

        for (JacksonGeneration generation : List.of(new Jackson2(), new Jackson3())) {
            @Nullable JsonFault fault = catchThrowableOfType(
                    JsonFault.class, () -> generation.mapping(rules(strict)).read(json, Automation.class));
            assertThat(fault != null).isEqualTo(strict);
        }
    }

    @Test
    void newestGenerationThatWorksIsUsed() {
        assertThat(JsonLibrary.required()).isInstanceOf(Jackson3.class);
    }

    /** A list is a list to a caller, whatever keeps it. */
    private static String kind(@Nullable Class<?> type) {
        return type != null && Collection.class.isAssignableFrom(type) ? "list" : String.valueOf(type);
    }

    /** What a caller can see of it. */
    private static List<Object> outcome(JsonMapping mapping, String json) {
        try {
            return List.of(String.valueOf(mapping.read(json, Automation.class)));
        } catch (JsonFault e) {
            // Of what is no JSON the line tells where; how far into a value the two have come differs.
            return e.kind() == JsonFault.Kind.MALFORMED
                    ? List.of(e.kind(), e.line())
                    : List.of(e.kind(), e.path(), kind(e.type()), Set.copyOf(e.known()));
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e));
        }
    }
}
