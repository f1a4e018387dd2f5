package dev.ticketkit.core.automation;

import static dev.ticketkit.core.automation.Step.openTicket;
import static dev.ticketkit.core.automation.Step.sendMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ticketkit.core.automation.Condition.AllOf;
import dev.ticketkit.core.automation.Condition.CategoryIs;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R27")
class AutomationJsonTest {
    /** A class that tells when it is loaded: no JSON may do that. */
    static final class Canary {
        static {
            CanaryCage.opened = true;
        }

        private Canary() {}
    }

    /** Apart from the canary, so that looking does not wake it. */
    static final class CanaryCage {
        static boolean opened;

        private CanaryCage() {}
    }

    private static final String CANARY = AutomationJsonTest.class.getName() + "$Canary";

    private static final String GOOD = """
            {"id":"a","name":"A","starter":{"type":"fired","name":"x","fields":[{"name":"ORDER"}]},
             "condition":{"type":"and","conditions":[{"type":"category","names":["N"]},{"type":"priority","priorities":["LOW"]}]},
             "steps":[{"type":"openTicket","title":"t","description":"d"},
                      {"type":"updateTicket","ticket":"R","status":"open","owner":{"id":"o","label":"O"}},
                      {"type":"dispatchTrigger","name":"n","parameters":{"k":"v"}},
                      {"type":"sendMessage","template":"m","parameters":["p"]}]}
            """;

    private static Automation full() {
        return Automation.builder("a-1", "Ünal \"Q\"")
                .order(7)
                .enabled(false)
                .when(Starter.fired("late").with("ORDER").withOptional("NOTE"))
                .onlyIf(Condition.allOf(
                        Condition.anyOf(Condition.categoryIs("A", "B"), Condition.hasNoCategory()),
                        Condition.not(Condition.priorityIs(Priority.LOW)),
                        Condition.ownerIs("o"),
                        Condition.isUnassigned(),
                        Condition.originIs(Origin.HOST),
                        Condition.contactHasOpenTicket(),
                        Condition.contactHadResolvedTicket()))
                .steps(
                        openTicket("t %%ORDER%%")
                                .description("two\nlines")
                                .reference("R-%%ORDER%%")
                                .status("open")
                                .priority("high")
                                .category("C"),
                        Step.updateTicket().owner(new Party("o", "O")).priority("LOW"),
                        Step.sendTemplate("key", "", "%%NOTE%%").language("it").text("hello 😀"),
                        Step.dispatchTrigger("erp").with("b", "").with("a", "1"))
                .build();
    }

    @Test
    void comesBackAsItWas() {
        String json = AutomationJson.write(full());

        assertThat(AutomationJson.read(json)).isEqualTo(full());
        assertThat(AutomationJson.readStored(json)).isEqualTo(full());
        assertThat(AutomationJson.write(AutomationJson.read(json))).isEqualTo(json);
        assertThat(AutomationJson.read(GOOD).steps()).hasSize(4);
        assertThat(AutomationJson.read(GOOD).enabled()).isTrue();
    }

    @Test
    void fromANewerNodeIsReadWithoutWhatIsNotKnownHere() {
        String newer = GOOD.replace("\"title\":", "\"colour\":{\"deep\":[1]},\"title\":")
                .replace("\"id\":\"a\"", "\"id\":\"a\",\"more\":1");

        assertThat(AutomationJson.readStored(newer)).isEqualTo(AutomationJson.read(GOOD));
        assertThatThrownBy(() -> AutomationJson.read(newer)).isInstanceOf(RefusedException.class);
    }

    /** What is put for what, and the place that is named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "\"type\":\"fired\"!\"type\":\"java.lang.Runtime\"!starter.type",
                "\"type\":\"fired\"!\"type\":[\"fired\"]!starter.type",
                "\"type\":\"category\"!\"type\":\"CategoryIs\"!condition.conditions[0].type",
                "[\"N\"]!\"zqxj\"!condition.conditions[0].names",
                "[\"N\"]!{\"zqxj\":1}!condition.conditions[0].names",
                "[\"N\"]![1]!condition.conditions[0].names[0]",
                "[\"LOW\"]![\"zqxj\"]!condition.conditions[1].priorities[0]",
                "[\"LOW\"]![0]!condition.conditions[1].priorities[0]",
                "\"name\":\"A\"!\"name\":\"A\",\"order\":1.5!order",
                "\"name\":\"A\"!\"name\":\"A\",\"order\":\"1\"!order",
                "\"name\":\"A\"!\"name\":\"A\",\"order\":99999999999!order",
                "\"name\":\"A\"!\"name\":\"A\",\"order\":1e999999999!order",
                "\"name\":\"A\"!\"name\":\"A\",\"enabled\":1!enabled",
                "\"name\":\"A\"!\"name\":\"A\",\"enabled\":\"yes\"!enabled",
                "{\"name\":\"ORDER\"}!\"ORDER\"!starter.fields[0]",
                "{\"name\":\"ORDER\"}!{\"name\":\"ORDER\",\"optional\":\"no\"}!starter.fields[0].optional",
            })
    void refusesNamingThePlace(String what, String by, String place) {
        assertRefusedAt(place, GOOD.replace(what, by == null ? "" : by));
    }

    /** The same inside steps. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "\"type\":\"updateTicket\"!\"type\":\"zqxj\"!steps[1].type",
                "\"type\":\"updateTicket\",!!steps[1].type",
                "\"title\":\"t\"!\"title\":7!steps[0].title",
                "\"title\":\"t\"!\"title\":true!steps[0].title",
                "\"title\":\"t\"!\"title\":[\"zqxj\"]!steps[0].title",
                "\"title\":\"t\"!\"title\":{\"@class\":\"zqxj\"}!steps[0].title",
                "\"title\":\"t\"!\"title\":\"t\",\"zqxj zqxj\":1!steps[0]",
                "\"title\":\"t\"!\"title\":\"t\",\"@class\":\"zqxj\"!steps[0]",
                "{\"id\":\"o\",\"label\":\"O\"}!\"zqxj\"!steps[1].owner",
                "{\"id\":\"o\",\"label\":\"O\"}![\"java.net.URL\",\"zqxj\"]!steps[1].owner",
                "{\"k\":\"v\"}![\"zqxj\"]!steps[2].parameters",
                "{\"k\":\"v\"}!{\"zq xj\":{}}!steps[2].parameters.?",
            })
    void refusesNamingTheStep(String what, String by, String place) {
        assertRefusedAt(place, GOOD.replace(what, by == null ? "" : by));
    }

    private static void assertRefusedAt(String place, String json) {
        assertThat(json).isNotEqualTo(GOOD);

        RefusedException refused = refusalOf(json);
        assertThat(refused.field()).isEqualTo(place);
        assertHarmless(refused);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[{}]",
                "7",
                "\"zqxj\"",
                "{",
                "{\"id\":\"zqxj\"",
                "{} {}",
                "{\"id\":\"zqxj\",\"id\":\"b\"}",
                "{'id':'zqxj'}",
                "{\"id\":\"zqxj\"} /* more */",
                "{\"order\":NaN}",
                "{\"id\":\"\\uzqxj\"}",
                "\u0000",
                "{\"starter\":\"fired\"}",
                "{\"starter\":[\"" + "fired" + "\",{}]}",
                "{\"starter\":{\"fired\":{}}}",
                "{\"steps\":{\"type\":\"openTicket\"}}",
                "{\"steps\":[[\"openTicket\",{}]]}"
            })
    void refusesWhatIsNoAutomation(String json) {
        assertHarmless(refusalOf(json));
        assertThatThrownBy(() -> AutomationJson.readStored(json)).isInstanceOf(RefusedException.class);
    }

    @Test
    void refusesDepthAndSizeBeforeTheyHurt() {
        String not = "{\"type\":\"not\",\"condition\":";
        assertHarmless(refusalOf("{\"condition\":" + not.repeat(10_000) + "null" + "}".repeat(10_001)));
        assertHarmless(refusalOf("{\"id\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));
        assertHarmless(refusalOf("{\"zqxj\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_001)));
        assertHarmless(refusalOf("{\"order\":" + "9".repeat(100_000) + "}"));
        assertHarmless(refusalOf("{\"" + "zqxj".repeat(40_000) + "\":1}"));
        assertThat(refusalOf(" ".repeat(200_001) + "{}")).hasMessageContaining("200000");
        assertThat(refusalOf("{\"id\":\"" + "a".repeat(500_000) + "\"}")).hasMessageContaining("200000");
        assertThat(AutomationJson.readStored("{\"condition\":" + not.repeat(28) + "null" + "}".repeat(29))
                        .steps())
                .isEmpty();
        assertThatThrownBy(
                        () -> AutomationJson.readStored("{\"later\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void loadsNoClassTheDataNames() {
        for (String word : List.of("type", "@class", "@type", "class", "@c", "javaClass")) {
            for (String name : List.of(CANARY, CANARY.replace('$', '.'), "!!" + CANARY)) {
                for (String place : List.of("\"title\":", "\"names\":", "\"id\":\"o\"", "\"id\":\"a\"", "\"k\":")) {
                    String json = GOOD.replace(place, "\"" + word + "\":\"" + name + "\"," + place);
                    assertReadOrRefused(() -> AutomationJson.read(json));
                    assertReadOrRefused(() -> AutomationJson.readStored(json));
                }
            }
        }
        assertThatThrownBy(() -> AutomationJson.read(GOOD.replace("openTicket", CANARY)))
                .isInstanceOf(RefusedException.class)
                .hasMessageNotContaining("Canary");
        assertThat(CanaryCage.opened).isFalse();
    }

    /** Every piece of a good document replaced by something else: refused, or read, and never another error. */
    @Test
    void neverFailsOtherwise() {
        long seed = 20261123;
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "null", "[]", "{}", "0", "-1e9", "\"\"", "true", "[null]", "{\"type\":null}", "\"a\"", ",", ":", "}");
        List<String> tokens = new ArrayList<>(List.of(GOOD.split("(?<=[\\[\\]{},:])|(?=[\\[\\]{},:])")));
        int readable = 0;
        for (int i = 0; i < 20_000; i++) {
            List<String> changed = new ArrayList<>(tokens);
            for (int change = random.nextInt(3); change >= 0; change--) {
                changed.set(random.nextInt(changed.size()), pieces.get(random.nextInt(pieces.size())));
            }
            String json = String.join("", changed);
            Throwable thrown = catchThrowable(() -> AutomationJson.write(AutomationJson.read(json)));
            if (thrown == null) {
                readable++;
            } else {
                assertThat(thrown).as("seed %d: %s", seed, json).isInstanceOf(RefusedException.class);
            }
        }
        assertThat(readable).isBetween(100, 19_000);
    }

    @Test
    void nullsInsideAreKeptForTheChecksOfSaving() {
        Automation read = AutomationJson.read(
                "{\"id\":null,\"name\":null,\"enabled\":null,\"order\":null,\"starter\":null,\"condition\":null,\"steps\":[null]}");

        assertThat(read.steps()).hasSize(1).containsNull();
        assertThatNullPointerException()
                .isThrownBy(() -> Automation.builder("a", "A").steps(sendMessage("x"), null))
                .withMessageStartingWith("steps: ");
        assertThat(((AllOf) Condition.allOf((Condition) null)).conditions()).containsNull();
        assertThat(((CategoryIs) Condition.categoryIs("a", null)).names()).containsNull();
        assertThat(Starter.statusChanged().to("a", null).to().statuses()).containsNull();
        assertThat(Step.sendTemplate("k", "a", null).parameters()).containsNull();
    }

    private static void assertReadOrRefused(ThrowingCallable reading) {
        Throwable thrown = catchThrowable(reading);
        assertThat(thrown == null || thrown instanceof RefusedException)
                .as(String.valueOf(thrown))
                .isTrue();
    }

    private static RefusedException refusalOf(String json) {
        Throwable thrown = catchThrowable(() -> AutomationJson.read(json));
        assertThat(thrown).isInstanceOf(RefusedException.class);
        return (RefusedException) thrown;
    }

    private static void assertHarmless(RefusedException refused) {
        assertThat(refused.getMessage()).doesNotContain("zqxj").hasSizeLessThan(300);
        assertThat(refused.getMessage()).doesNotContain("dev.ticketkit", "jackson", "java.");
        assertThat(refused.getMessage().chars()).allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
