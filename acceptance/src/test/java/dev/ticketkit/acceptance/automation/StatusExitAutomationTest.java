package dev.ticketkit.acceptance.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.desk.AutomationDesk;
import dev.ticketkit.core.desk.StatusDesk;
import dev.ticketkit.core.result.StatusMove;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.automation.AutomationDocument;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of automations that name a status which is hidden or removed. */
@OnEveryStore
@Tag("B12")
class StatusExitAutomationTest extends AutomationFixture {
    private final AutomationDesk automations = olga().automations();
    private final StatusDesk statuses = olga().statuses();

    StatusExitAutomationTest(Store store) {
        super(store);
    }

    @BeforeEach
    void addLab() {
        olga().catalogue().addStatus("In lab", MacroStatus.IN_PROGRESS);
    }

    private static Automation.Builder automation(String id) {
        return Automation.builder(id, id);
    }

    private void saved(Automation.Builder automation) {
        automations.saveAnyway(automation.build());
    }

    private Automation found(String id) {
        return automations.find(id).orElseThrow();
    }

    @Test
    void impactNamesThoseThatNameIt() {
        saved(automation("e-from")
                .when(Starter.statusChanged().from("IN-LAB", "open"))
                .steps(Step.sendMessage("hi")));
        saved(automation("d-to").when(Starter.statusBecame("in-lab")).steps(Step.sendMessage("hi")));
        saved(automation("c-open")
                .when(Starter.fired("x"))
                .steps(Step.openTicket("t").status("In-Lab")));
        saved(automation("b-off")
                .enabled(false)
                .when(Starter.ticketCreated())
                .steps(Step.updateTicket().status(" in-lab ")));
        saved(automation("a-macro")
                .when(Starter.statusBecame(MacroStatus.IN_PROGRESS))
                .steps(Step.sendMessage("in-lab")));
        saved(automation("a-other")
                .when(Starter.statusBecame("pending"))
                .onlyIf(Condition.hasNoCategory())
                .steps(Step.updateTicket().status("%%X|in-lab%%")));

        assertThat(statuses.impactOf("in-lab").tickets()).isZero();
        assertThat(statuses.impactOf("in-lab").automations()).containsExactly("b-off", "c-open", "d-to", "e-from");
        assertThatThrownBy(() -> statuses.remove("in-lab"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("0 tickets and the automations b-off, c-open, d-to, e-from");
        assertThat(olga().catalogue().statuses().choose("in-lab").key()).isEqualTo("in-lab");
    }

    @Test
    void automationsNameTheOtherAndMacroSetsAreLeftAlone() {
        saved(automation("filters")
                .when(Starter.statusChanged().from("IN-LAB", "open", "PENDING").to(MacroStatus.TERMINATED))
                .onlyIf(Condition.priorityIs(Priority.HIGH))
                .order(3)
                .steps(Step.sendMessage("in-lab")));
        saved(automation("steps")
                .enabled(false)
                .when(Starter.fired("x"))
                .steps(
                        Step.openTicket("t").status("In-Lab").priority("LOW"),
                        Step.updateTicket().status("in-lab")));
        Automation macro = automation("macro")
                .when(Starter.statusChanged().from(MacroStatus.IN_PROGRESS).to("closed"))
                .steps(Step.sendMessage("hi"))
                .build();
        automations.saveAnyway(macro);

        StatusMove move = statuses.remove("in-lab", "pending");

        assertThat(move.automations()).containsExactly("filters", "steps");
        assertThat(found("filters"))
                .isEqualTo(automation("filters")
                        .when(Starter.statusChanged().from("pending", "open").to(MacroStatus.TERMINATED))
                        .onlyIf(Condition.priorityIs(Priority.HIGH))
                        .order(3)
                        .steps(Step.sendMessage("in-lab"))
                        .build());
        assertThat(found("steps"))
                .isEqualTo(automation("steps")
                        .enabled(false)
                        .when(Starter.fired("x"))
                        .steps(
                                Step.openTicket("t").status("pending").priority("LOW"),
                                Step.updateTicket().status("pending"))
                        .build());
        assertThat(found("macro")).isEqualTo(macro);
        assertThat(statuses.impactOf("in-lab").isNone()).isTrue();
        assertThat(olga().catalogue().statuses().find("in-lab")).isEmpty();
    }

    @Test
    @Tag("R27")
    void endlessCycleIsRefusedBeforeAnythingHappened() {
        saved(automation("there")
                .when(Starter.statusBecame("pending"))
                .steps(Step.updateTicket().status("in-lab")));
        saved(automation("back")
                .when(Starter.statusBecame("waiting"))
                .steps(Step.updateTicket().status("pending")));
        Ticket ticket = opened(ticket("a").status("in-lab"));

        assertThatThrownBy(() -> statuses.remove("in-lab", "waiting"))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("replacement: ")
                .hasMessageContaining("there -> back -> there");
        assertThat(now(ticket)).isEqualTo(ticket);
        assertThat(olga().catalogue().statuses().choose("in-lab")).isEqualTo(ticket.status());
        assertThat(found("there").steps()).containsExactly(Step.updateTicket().status("in-lab"));
    }

    @Test
    void nothingIsDoneWhileOneThatWouldBeSavedCannotBeChecked() {
        saved(automation("one").when(Starter.statusBecame("in-lab")).steps(Step.sendMessage("hi")));
        var set = store.storage().automations().automations(tenant);
        assertThat(store.storage()
                        .automations()
                        .change(tenant, set.revision(), List.of(new AutomationDocument("torn", "{")), Set.of()))
                .isTrue();

        assertRefused("replacement", () -> statuses.hide("in-lab", "pending"));
        assertThat(olga().catalogue().statuses().choose("in-lab").key()).isEqualTo("in-lab");
        assertThat(statuses.hide("waiting", "pending").automations()).isEmpty();
    }

    @Test
    @Tag("R23")
    void movingStartsAutomationsAsAnyChangeDoes() {
        saved(automation("on-pending")
                .when(Starter.statusBecame("pending"))
                .steps(Step.updateTicket().priority("URGENT")));
        Ticket ticket = opened(ticket("a").status("in-lab"));

        statuses.remove("in-lab", "pending");
        drain();

        assertThat(now(ticket).priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    @Tag("R23")
    void whatARemovedStatusWasIsStillKnownWhenItsEventsAreHandled() {
        olga().catalogue().addStatus("Scrapped", MacroStatus.TERMINATED);
        saved(automation("reopened")
                .when(Starter.statusChanged().from(MacroStatus.IN_PROGRESS).to(MacroStatus.TERMINATED))
                .steps(Step.updateTicket().priority("URGENT")));
        Ticket ticket = opened(ticket("a").status("scrapped"));

        statuses.remove("scrapped", "closed");
        drain();

        assertThat(now(ticket).priority()).isEqualTo(Priority.MEDIUM);
    }
}
