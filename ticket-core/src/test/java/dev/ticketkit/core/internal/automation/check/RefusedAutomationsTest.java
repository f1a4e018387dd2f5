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
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Starter.StatusChanged;
import dev.ticketkit.core.automation.StatusFilter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.automation.Step.MessageStep;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.MacroStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused when an automation is saved, by the place that is named. */
@Tag("R14")
@Tag("R27")
class RefusedAutomationsTest {
    private static final Starter LATE = fired("late").with("ORDER").withOptional("NOTE");
    private final AutomationChecks checks = Checking.checks();

    static Stream<Arguments> refusedUses() {
        return Stream.of(
                of("steps[1].title", "TICKET_TITLE", LATE, openTicket("t"), openTicket("%%TICKET_TITLE%%")),
                of("steps[0].description", "TICKET_X", LATE, openTicket("t").description("a %%TICKET_X|d%%")),
                of(
                        "steps[0].reference",
                        "TICKET_REFERENCE",
                        ticketCreated(),
                        openTicket("t").reference("%%TICKET_REFERENCE%%")),
                of(
                        "steps[0].status",
                        "TICKET_STATUS",
                        statusChanged(),
                        openTicket("t").status("%%TICKET_STATUS%%")),
                of("steps[0].priority", "TICKET_PRIORITY", LATE, openTicket("t").priority("%%TICKET_PRIORITY%%")),
                of("steps[0].category", "TICKET_CATEGORY", LATE, openTicket("t").category("%%TICKET_CATEGORY%%")),
                of("steps[0]", "changes nothing", ticketCreated(), updateTicket()),
                of(
                        "steps[0]",
                        "changes nothing",
                        ticketCreated(),
                        updateTicket().status("").category(" ")),
                of("starter.from.statuses[0]", "no status", statusChanged().from("nowhere"), sendMessage("x")));
    }

    static Stream<Arguments> refusedChoices() {
        return Stream.of(
                of("starter.to.statuses[1]", "no status", statusBecame("open", "unheard-of"), sendMessage("x")),
                of(
                        "starter.from",
                        "either",
                        new StatusChanged(new StatusFilter(Set.of(), null), null),
                        sendMessage("x")),
                of(
                        "starter.to",
                        "either",
                        new StatusChanged(null, new StatusFilter(Set.of("open"), MacroStatus.TERMINATED)),
                        sendMessage("x")),
                of("steps[0].status", "no status", LATE, openTicket("t").status("nowhere")),
                of("steps[0].status", "hidden", LATE, openTicket("t").status("terminated")),
                of(
                        "steps[0].status",
                        "no status",
                        ticketCreated(),
                        updateTicket().status("nowhere")),
                of("steps[0].priority", "LOWEST", LATE, openTicket("t").priority("very")),
                of("steps[0].priority", "offer", LATE, openTicket("t").priority("lowest")),
                of("steps[0].priority", "HIGH", ticketCreated(), updateTicket().priority("very")),
                of("steps[0].title", "256", LATE, openTicket("😀".repeat(257))),
                of("steps[0].description", "10000", LATE, openTicket("t").description("x".repeat(10_001))),
                of("steps[0].reference", "256", LATE, openTicket("t").reference("x".repeat(257))),
                of("steps[0].reference", "U+200B", LATE, openTicket("t").reference("x\u200by")),
                of("steps[0].category", "U+202E", LATE, openTicket("t").category("x\u202ey")),
                of("steps[0].category", "100", LATE, openTicket("t").category("x".repeat(101))),
                of("steps[0].category", "hidden", LATE, openTicket("t").category("OLD")),
                of("steps[0].category", "100", ticketCreated(), updateTicket().category("x".repeat(101))),
                of(
                        "steps[0].ticket",
                        "256",
                        ticketCreated(),
                        updateTicket("x".repeat(257)).status("open")),
                of("steps[0]", "template", ticketCreated(), new MessageStep(null, null, List.of(), null)),
                of("steps[0]", "template", ticketCreated(), new MessageStep(null, null, List.of("a"), null)),
                of("steps[0].language", "tag", ticketCreated(), sendMessage("x").language("not a tag")));
    }

    static Stream<Arguments> refusedFields() {
        return Stream.of(
                of("starter.fields[1].name", "TICKET_", fired("f").with("A", "TICKET_A"), openTicket("t")),
                of("starter.fields[2].name", "twice", fired("f").with("A", "B").withOptional("A"), openTicket("t")),
                of("steps[0].title", "ORDR at position 2", LATE, openTicket("t %%ORDR%%")),
                of("steps[0].title", "ORDR", LATE, openTicket("t %%ORDR|d%%")),
                of("steps[1].text", "OTHER", LATE, openTicket("t"), sendMessage("%%OTHER%%")),
                of("steps[1].parameters[1]", "OTHER", LATE, openTicket("t"), sendTemplate("k", "a", "%%OTHER%%")),
                of(
                        "steps[1].parameters",
                        "OTHER",
                        LATE,
                        openTicket("t"),
                        dispatchTrigger("n").with("p", "%%OTHER%%")),
                of("steps[0].text", "TICKET_COLOUR", ticketCreated(), sendMessage("%%TICKET_COLOUR%%")),
                of("steps[0]", "no ticket yet", LATE, sendMessage("x")),
                of("steps[0]", "no ticket yet", LATE, dispatchTrigger("n"), openTicket("t")),
                of("steps[0].ticket", "no ticket yet", LATE, updateTicket().status("open")),
                of("steps[0].status", "no ticket yet", LATE, updateTicket("R-1").status("%%TICKET_STATUS%%")),
                of("steps[1]", "no ticket yet", LATE, updateTicket("R-1").status("open"), sendMessage("x")),
                of(
                        "steps[0].title",
                        "field name at position 0 is too long",
                        LATE,
                        openTicket("%%" + "A".repeat(101) + "%%")));
    }

    private static Arguments of(String field, String says, Starter starter, Step... steps) {
        return Arguments.of(field, says, starter, steps);
    }

    @ParameterizedTest
    @MethodSource({"refusedUses", "refusedChoices", "refusedFields"})
    void refusesNamingThePlace(String field, String says, Starter starter, Step[] steps) {
        Throwable thrown = catchThrowable(() -> check(starter, steps));

        assertThat(thrown).isInstanceOf(RefusedException.class).hasMessageContaining(says);
        assertThat(((RefusedException) thrown).field()).isEqualTo(field);
        assertThat(thrown.getMessage()).startsWith(field + ": ").doesNotContain("nowhere", "not a tag", "very");
    }

    private List<AutomationWarning> check(Starter starter, Step... steps) {
        return checks.check(Checking.automation("a", starter, steps), List.of());
    }
}
