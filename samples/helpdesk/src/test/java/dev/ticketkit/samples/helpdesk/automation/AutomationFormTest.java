package dev.ticketkit.samples.helpdesk.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AutomationFormTest {
    private static final Party ANNA = new Party("anna", "Anna Rossi");

    static Stream<Step> steps() {
        return Stream.of(
                Step.openTicket("%%SUBJECT%%"),
                Step.openTicket("Late")
                        .description("Two\nlines")
                        .reference("R-%%ORDER%%")
                        .status("waiting")
                        .priority("HIGH")
                        .category("Billing"),
                Step.updateTicket().status("resolved"),
                Step.updateTicket("R-%%ORDER%%")
                        .priority("LOW")
                        .category("Billing")
                        .owner(ANNA),
                Step.sendMessage("Two\nlines"),
                Step.sendTemplate("welcome", "%%CONTACT_NAME%%", "second")
                        .language("it")
                        .text("Ciao"),
                Step.dispatchTrigger("print-label"),
                Step.dispatchTrigger("print-label").with("ORDER", "%%ORDER%%").with("NOTE", "a=b"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void keepsEveryKindOfStepAsItIs(Step step) {
        assertThat(saved(automation(List.of(step)))).isEqualTo(List.of(step));
    }

    static Stream<Starter> starters() {
        return Stream.of(
                Starter.ticketCreated(),
                Starter.statusChanged(),
                Starter.statusBecame("waiting", "resolved"),
                Starter.statusBecame(MacroStatus.TERMINATED),
                Starter.fired("pressed"),
                Starter.fired("written").with("SUBJECT", "MESSAGE").withOptional("ORDER"));
    }

    @ParameterizedTest
    @MethodSource("starters")
    void keepsEveryKindOfStarterAsItIs(Starter starter) {
        Automation automation = Automation.builder("one", "One")
                .when(starter)
                .steps(Step.sendMessage("Hello"))
                .build();

        assertThat(form(automation).orElseThrow().automation(id -> null).starter())
                .isEqualTo(starter);
    }

    static Stream<Condition> conditionsItDoesNotShow() {
        return Stream.of(
                Condition.anyOf(Condition.isUnassigned(), Condition.contactHasOpenTicket()),
                Condition.allOf(Condition.categoryIs("Billing"), Condition.categoryIs("Account")),
                Condition.allOf(Condition.priorityIsAtLeast(Priority.LOW), Condition.priorityIsAtLeast(Priority.HIGH)),
                Condition.allOf(Condition.contactHasOpenTicket(), Condition.not(Condition.contactHasOpenTicket())),
                Condition.contactHadResolvedTicket());
    }

    @ParameterizedTest
    @MethodSource("conditionsItDoesNotShow")
    void leavesToJsonAConditionItDoesNotShow(Condition condition) {
        assertThat(form(Automation.builder("one", "One")
                        .when(Starter.ticketCreated())
                        .onlyIf(condition)
                        .steps(Step.sendMessage("Hello"))
                        .build()))
                .isEmpty();
    }

    private static Optional<AutomationForm> form(Automation automation) {
        return AutomationForm.of(automation);
    }

    @Test
    void showsAsManyStepsAsThereAreAndSomeToFillIn() {
        Automation twenty = automation(Collections.nCopies(20, Step.sendMessage("Hello")));

        assertThat(AutomationForm.of(twenty).orElseThrow().steps()).hasSize(22);
        assertThat(saved(twenty)).hasSize(20);
    }

    @Test
    void leavesToJsonWhatItsLinesCannotHold() {
        Step lines = Step.sendTemplate("welcome", "two\nlines");

        assertThat(AutomationForm.of(automation(List.of(lines)))).isEmpty();
        assertThat(AutomationForm.of(
                        automation(List.of(Step.dispatchTrigger("x").with("a=b", "c")))))
                .isEmpty();
    }

    private static List<Step> saved(Automation automation) {
        AutomationForm form = AutomationForm.of(automation).orElseThrow();
        return form.automation(id -> id.equals("anna") ? ANNA : null).steps();
    }

    private static Automation automation(List<Step> steps) {
        return Automation.builder("one", "One")
                .when(Starter.ticketCreated())
                .steps(steps.toArray(Step[]::new))
                .build();
    }
}
