package dev.ticketkit.acceptance.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.result.DryRun;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;

@OnEveryStore
@Tag("B11")
class DryRunTest extends AutomationFixture {
    private static final InstantRange ALL =
            InstantRange.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));

    DryRunTest(Store store) {
        super(store);
    }

    @Test
    void saysWhatWouldHaveMatchedAndWhatItWouldHaveDone() {
        Ticket first = opened(ticket("first").contact(ADA_AT_HOME).priority(Priority.HIGH));
        later(Duration.ofHours(1));
        opened(ticket("second").contact(ADA_AT_HOME));
        later(Duration.ofHours(1));
        changed(first, ChangeTicket.builder().title("changed since").priority(Priority.LOW));
        Automation automation = Automation.builder("try", "Try")
                .when(Starter.ticketCreated())
                .onlyIf(Condition.priorityIs(Priority.HIGH))
                .steps(
                        Step.updateTicket().priority("urgent").category("%%TICKET_TITLE%%"),
                        Step.sendMessage("%%TICKET_TITLE%%: %%TICKET_PRIORITY%%"))
                .build();

        DryRun run = olga().automations().dryRun(automation, ALL, 100);

        assertThat(run.complete()).isTrue();
        assertThat(run.examined()).isEqualTo(2);
        assertThat(run.matches()).singleElement().satisfies(match -> {
            assertThat(match.event().ticketId()).isEqualTo(first.id());
            assertThat(match.steps()).extracting(DryRun.Step::kind).containsExactly("updateTicket", "sendMessage");
            assertThat(match.steps().get(0).values())
                    .containsEntry("ticket", first.reference().value())
                    .containsEntry("priority", "urgent")
                    .containsEntry("category", "first");
            assertThat(match.steps().get(1).values())
                    .containsEntry("text", "first: Alta")
                    .containsEntry("contact", "c-ada");
        });
    }

    @Test
    void writesNothingAndTellsNobody() {
        Ticket ticket = opened(ticket("a").contact(ADA_AT_HOME));
        drain();
        Automation automation = Automation.builder("try", "Try")
                .when(Starter.ticketCreated())
                .onlyIf(Condition.isUnassigned())
                .steps(Step.openTicket("more"), Step.sendMessage("x"), Step.dispatchTrigger("y"))
                .build();

        DryRun run = olga().automations().dryRun(automation, ALL, 100);

        assertThat(run.matches()).hasSize(1);
        assertThat(tickets()).containsExactly(ticket);
        assertThat(olga().automations().list()).isEmpty();
        assertThat(store.storage().deliveries().kept().pending(tenant)).isZero();
        assertThat(notices).isEmpty();
        assertThat(dispatches).isEmpty();
        assertThat(runs(lastEvent(ticket).id())).isEmpty();
    }

    @Test
    void judgesByTheContactsOtherTicketsOfThen() {
        Ticket first = opened(ticket("first").contact(ADA_AT_HOME));
        later(Duration.ofHours(1));
        opened(ticket("while the first was open").contact(ADA_AT_HOME));
        later(Duration.ofHours(1));
        for (Ticket ticket : tickets()) {
            changed(ticket, ChangeTicket.builder().status("resolved"));
        }
        later(Duration.ofHours(1));
        opened(ticket("when all were resolved").contact(ADA_AT_HOME));
        later(Duration.ofHours(1));
        changed(first, ChangeTicket.builder().status("open"));
        Automation automation = Automation.builder("try", "Try")
                .when(Starter.ticketCreated())
                .onlyIf(Condition.contactHasOpenTicket())
                .steps(Step.sendMessage("%%TICKET_TITLE%%"))
                .build();

        assertThat(texts(olga().automations().dryRun(automation, ALL, 100)))
                .containsExactly("while the first was open");
        Automation resolved = automation.toBuilder()
                .onlyIf(Condition.contactHadResolvedTicket())
                .build();
        assertThat(texts(olga().automations().dryRun(resolved, ALL, 100))).containsExactly("when all were resolved");
    }

    @Test
    @Tag("B13")
    void showsOnlyWhatTheCallerMayRead() {
        opened(ticket("hers").owner(OLGA));
        opened(ticket("his").owner(PIO));
        var policy = Mockito.mock(AccessPolicy.class);
        Mockito.when(policy.allows(
                        ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any()))
                .thenReturn(true);
        Mockito.when(policy.visibleTo(ArgumentMatchers.any(), ArgumentMatchers.any()))
                .thenReturn(AccessScope.owners(Set.of("olga")));
        Automation automation = Automation.builder("try", "Try")
                .when(Starter.ticketCreated())
                .steps(Step.sendMessage("%%TICKET_TITLE%%"))
                .build();

        DryRun run = deskBuilder()
                .access(policy)
                .build()
                .as(tenant, Actor.operator("eva"))
                .automations()
                .dryRun(automation, ALL, 10);

        assertThat(texts(run)).containsExactly("hers");
        assertThat(run.examined()).isEqualTo(1);
    }

    @Test
    void endsWhenThereAreEnoughMatches() {
        for (int i = 0; i < 5; i++) {
            opened("t" + i);
            later(Duration.ofMinutes(1));
        }
        Automation automation = Automation.builder("try", "Try")
                .when(Starter.ticketCreated())
                .steps(Step.sendMessage("%%TICKET_TITLE%%"))
                .build();

        DryRun run = olga().automations().dryRun(automation, ALL, 3);

        assertThat(run.complete()).isFalse();
        assertThat(texts(run)).containsExactly("t0", "t1", "t2");
        assertThat(olga().automations().dryRun(automation, ALL, 5).complete()).isTrue();
        assertRefused("mostMatches", () -> olga().automations().dryRun(automation, ALL, 0));
    }

    @Test
    void triesAFiring() {
        Automation automation = Automation.builder("try", "Try")
                .when(Starter.fired("x").with("N"))
                .steps(Step.openTicket("order %%N%%"), Step.sendMessage("%%N%%: %%TICKET_REFERENCE%%"))
                .build();

        List<DryRun.Step> steps = olga().automations()
                .dryRun(
                        automation,
                        Fire.starter("x").contact(ADA_AT_HOME).field("N", "7").build());

        assertThat(steps.get(0).values()).containsEntry("title", "order 7");
        assertThat(steps.get(1).values()).containsEntry("text", "7: %%TICKET_REFERENCE%%");
        assertThat(tickets()).isEmpty();
        assertThat(olga().automations()
                        .dryRun(
                                automation,
                                Fire.starter("y").contact(ADA_AT_HOME).build()))
                .isEmpty();
        assertRefused("starter", () -> olga().automations().dryRun(automation, ALL, 10));
    }

    private static List<String> texts(DryRun run) {
        return run.matches().stream()
                .map(match -> match.steps().get(0).values().get("text"))
                .toList();
    }
}
