package dev.ticketkit.core.internal.automation.check;

import static dev.ticketkit.core.automation.Starter.fired;
import static dev.ticketkit.core.automation.Starter.statusBecame;
import static dev.ticketkit.core.automation.Starter.statusChanged;
import static dev.ticketkit.core.automation.Starter.ticketCreated;
import static dev.ticketkit.core.automation.Step.dispatchTrigger;
import static dev.ticketkit.core.automation.Step.openTicket;
import static dev.ticketkit.core.automation.Step.sendMessage;
import static dev.ticketkit.core.automation.Step.sendTemplate;
import static dev.ticketkit.core.automation.Step.updateTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.automation.AutomationWarning.Kind;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Condition.AllOf;
import dev.ticketkit.core.automation.Condition.CategoryIs;
import dev.ticketkit.core.automation.Condition.OwnerIs;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.automation.Step.UpdateStep;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R27")
class AutomationChecksTest {
    private static final Starter LATE = fired("late").with("ORDER").withOptional("NOTE");

    private final AutomationChecks checks = Checking.checks();

    private List<AutomationWarning> check(Starter starter, Step... steps) {
        return checks.check(Checking.automation("a", starter, steps), List.of());
    }

    private List<AutomationWarning> check(Condition condition) {
        return checks.check(
                Checking.automation("a", ticketCreated(), sendMessage("x")).toBuilder()
                        .onlyIf(condition)
                        .build(),
                List.of());
    }

    @Test
    void acceptsWhatIsInOrderWithoutAWord() {
        assertThat(check(
                        LATE,
                        openTicket("%%ORDER%% %%NOTE|none%% %%%%")
                                .description("%%NOTE|%%")
                                .reference("R-%%ORDER%%")
                                .status("SHIPPED")
                                .priority("uRgEnT")
                                .category("New"),
                        updateTicket().status(" resolved ").priority("%%ORDER%%"),
                        updateTicket("R-%%ORDER%%").owner(new Party("o", "O")),
                        sendMessage("%%TICKET_REFERENCE%% %%TICKET_TITLE%%").language("pt-BR"),
                        sendTemplate("%%not a field%%", "%%ORDER%%", ""),
                        dispatchTrigger("n").with("p", "%%TICKET_STATUS%%")))
                .isEmpty();
        assertThat(check(statusChanged().from("Open", "TERMINATED"), sendMessage("%%TICKET_OLD_STATUS%%")))
                .isEmpty();
        assertThat(check(statusBecame(MacroStatus.TERMINATED), sendMessage("x")))
                .isEmpty();
        assertThat(check(ticketCreated(), updateTicket().category("New"))).isEmpty();
        assertThat(check(LATE, openTicket("😀".repeat(256)))).isEmpty();
        // A literal that is two marks takes no more room than it shows.
        assertThat(check(LATE, openTicket("%%%%".repeat(128)))).isEmpty();
    }

    static Stream<Arguments> warnedOfFields() {
        return Stream.of(
                of(Kind.POSSIBLY_EMPTY, "steps[0].title", "NOTE at position 2", LATE, openTicket("t %%NOTE%%")),
                of(Kind.POSSIBLY_EMPTY, "steps[1].text", "NOTE", LATE, openTicket("t"), sendMessage("%%NOTE%%")),
                of(
                        Kind.POSSIBLY_EMPTY,
                        "steps[1].parameters[0]",
                        "NOTE",
                        LATE,
                        openTicket("t"),
                        sendTemplate("k", "%%NOTE%%")),
                of(
                        Kind.POSSIBLY_EMPTY,
                        "steps[1].parameters",
                        "NOTE",
                        LATE,
                        openTicket("t"),
                        dispatchTrigger("n").with("p", "%%NOTE%%")),
                of(
                        Kind.POSSIBLY_EMPTY,
                        "steps[0].category",
                        "NOTE",
                        ticketCreated(),
                        updateTicket().category("%%NOTE%%")));
    }

    static Stream<Arguments> warnedOfWords() {
        return Stream.of(
                of(
                        Kind.POSSIBLY_EMPTY,
                        "steps[0].text",
                        "TICKET_OLD_STATUS",
                        ticketCreated(),
                        sendMessage("%%TICKET_OLD_STATUS%%")),
                of(
                        Kind.POSSIBLY_EMPTY,
                        "steps[0].text",
                        "TICKET_OWNER",
                        statusChanged(),
                        sendMessage("%%TICKET_OWNER%%")),
                of(
                        Kind.POSSIBLY_EMPTY,
                        "steps[1].text",
                        "TICKET_OLD_STATUS",
                        statusChanged(),
                        openTicket("t"),
                        sendMessage("%%TICKET_OLD_STATUS%%")),
                of(
                        Kind.FIXED_REFERENCE,
                        "steps[0].reference",
                        "after the first",
                        LATE,
                        openTicket("t").reference("R-1")));
    }

    private static Arguments of(Kind kind, String field, String says, Starter starter, Step... steps) {
        return Arguments.of(kind, field, says, starter, steps);
    }

    @ParameterizedTest
    @MethodSource({"warnedOfFields", "warnedOfWords"})
    void warnsNamingThePlace(Kind kind, String field, String says, Starter starter, Step[] steps) {
        List<AutomationWarning> warnings = check(starter, steps);

        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(kind);
            assertThat(warning.field()).isEqualTo(field);
            assertThat(warning.message()).startsWith(field + ": ").contains(says);
        });
    }

    @Test
    void warnsOfOpeningUnderTicketCreated() {
        Automation automation = Checking.conditional("a", ticketCreated(), openTicket("t"));

        assertThat(checks.check(automation, List.of()))
                .extracting(AutomationWarning::kind, AutomationWarning::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.OPENS_WHEN_OPENED, "steps[0]"),
                        org.assertj.core.groups.Tuple.tuple(Kind.CONDITIONAL_CYCLE, "automation"));
    }

    @Test
    void refusesConditionsThatSayNothing() {
        assertRefused("condition", () -> check(new CategoryIs(Set.of(), false)));
        assertRefused("condition.condition", () -> check(Condition.not(new OwnerIs(Set.of(), false))));
        assertRefused(
                "condition.conditions[1].conditions[0]",
                () -> check(
                        Condition.allOf(Condition.isUnassigned(), Condition.anyOf(new CategoryIs(Set.of(), false)))));
        assertThat(check(Condition.allOf(Condition.hasNoCategory(), Condition.isUnassigned())))
                .isEmpty();
    }

    private static Condition nested(int levels) {
        Condition condition = Condition.isUnassigned();
        for (int i = 1; i < levels; i++) {
            condition = Condition.not(condition);
        }
        return condition;
    }

    @Test
    void refusesConditionsBeyondTenLevelsHoweverDeep() {
        assertThat(check(nested(10))).isEmpty();
        assertRefused("condition", () -> check(nested(11)));
        assertRefused("condition", () -> check(nested(1_000_000)));
        Condition wide = Condition.isUnassigned();
        for (int i = 1; i < 10; i++) {
            wide = new AllOf(Collections.nCopies(20, wide));
        }
        Condition bomb = wide;
        assertRefused("condition", () -> check(bomb));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "a\n", "ä", "../x"})
    void refusesAnIdThatIsNone(String id) {
        assertViolates("id: must be", Automation.builder(id, "A").when(LATE).steps(openTicket("t")));
    }

    @Test
    void namesTheFieldOfEveryBrokenConstraint() {
        assertViolates("name: ", Automation.builder("a", " ").when(LATE).steps(openTicket("t")));
        assertViolates("starter: ", Automation.builder("a", "A").steps(openTicket("t")));
        assertViolates("steps: ", Automation.builder("a", "A").when(LATE));
        assertViolates(
                "steps: ",
                Automation.builder("a", "A")
                        .when(LATE)
                        .steps(Collections.nCopies(21, openTicket("t")).toArray(Step[]::new)));
        assertViolates(
                "steps[1].title: ", Automation.builder("a", "A").when(LATE).steps(openTicket("t"), openTicket(" ")));
        assertViolates(
                "starter.name: ", Automation.builder("a", "A").when(fired("")).steps(openTicket("t")));
        assertViolates(
                "starter.fields[0].name: ",
                Automation.builder("a", "A").when(fired("f").with("a b")).steps(openTicket("t")));
        assertViolates(
                "steps[0].owner.id: ",
                Automation.builder("a", "A")
                        .when(ticketCreated())
                        .steps(updateTicket().owner(new Party("", "x"))));
        assertViolates(
                "condition.conditions[0].condition: ",
                Automation.builder("a", "A")
                        .when(LATE)
                        .onlyIf(Condition.allOf(Condition.not(null)))
                        .steps(openTicket("t")));
    }

    @Test
    void aStepThatIsNullInJsonIsRefused() {
        Automation read = AutomationJson.read(AutomationJson.write(Automation.builder("a", "A")
                        .when(LATE)
                        .steps(openTicket("t"))
                        .build())
                .replace("\"steps\":[", "\"steps\":[null,"));
        assertThat(read.steps()).hasSize(2);
        assertViolates("steps[0]", read);
    }

    @Test
    void nullsInsideAreRefusedAndNothingElseFails() {
        assertViolates(
                "starter.to.statuses[]",
                Automation.builder("a", "A").when(statusBecame("open", null)).steps(sendMessage("x")));
        assertViolates(
                "steps[0].parameters[0]",
                Automation.builder("a", "A").when(LATE).steps(sendTemplate("k", (String) null)));
        assertViolates(
                "steps[0].parameters",
                Automation.builder("a", "A")
                        .when(ticketCreated())
                        .steps(dispatchTrigger("n").with("p", null)));
        assertViolates(
                "steps[0].parameters",
                Automation.builder("a", "A")
                        .when(ticketCreated())
                        .steps(dispatchTrigger("n").with(null, "v")));
        assertViolates(
                "starter.fields[0].name",
                Automation.builder("a", "A")
                        .when(fired("f").with((String) null))
                        .steps(openTicket("t")));
        for (Condition condition : List.of(
                Condition.allOf((Condition) null),
                Condition.anyOf(Condition.isUnassigned(), null),
                Condition.categoryIs((String) null),
                Condition.ownerIs((String) null),
                Condition.priorityIs((Priority) null))) {
            assertViolates(
                    "condition.",
                    Automation.builder("a", "A").when(LATE).onlyIf(condition).steps(openTicket("t")));
        }
        assertViolates(
                "steps[0].ticket",
                Automation.builder("a", "A").when(LATE).steps(new UpdateStep(null, "open", null, null, null)));
    }

    @Test
    void refusesAnAutomationThatIsTooLargeToStore() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            steps.add(sendMessage("x".repeat(20_000)));
        }
        assertRefused("automation", () -> check(ticketCreated(), steps.toArray(Step[]::new)));
    }

    private static void assertRefused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(RefusedException.class);
        assertThat(((RefusedException) thrown).field()).isEqualTo(field);
    }

    private void assertViolates(String says, Automation.Builder automation) {
        assertViolates(says, automation.build());
    }

    private void assertViolates(String says, Automation automation) {
        assertThatThrownBy(() -> checks.check(automation, List.of()))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining(says);
    }
}
