package dev.ticketkit.acceptance.automation;

import static dev.ticketkit.core.automation.Starter.fired;
import static dev.ticketkit.core.automation.Starter.statusBecame;
import static dev.ticketkit.core.automation.Starter.ticketCreated;
import static dev.ticketkit.core.automation.Step.openTicket;
import static dev.ticketkit.core.automation.Step.sendMessage;
import static dev.ticketkit.core.automation.Step.updateTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.automation.AutomationWarning.Kind;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.desk.AutomationDesk;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.storage.automation.AutomationDocument;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R27")
class AutomationSavingTest extends DeskFixture {
    private final AutomationDesk automations = olga().automations();
    private final AutomationStore kept = store.storage().automations();

    AutomationSavingTest(Store store) {
        super(store);
    }

    private static Automation.Builder automation(String id, Starter starter, Step... steps) {
        return Automation.builder(id, id).when(starter).steps(steps);
    }

    private static Automation onto(String id, String from, String to) {
        return automation(id, statusBecame(from), updateTicket().status(to)).build();
    }

    private void put(String id, String json) {
        long revision = kept.automations(tenant).revision();
        assertThat(kept.change(tenant, revision, List.of(new AutomationDocument(id, json)), Set.of()))
                .isTrue();
    }

    private static void assertRefusal(String field, String says, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(RefusedException.class).hasMessageContaining(says);
        assertThat(((RefusedException) thrown).field()).isEqualTo(field);
    }

    @Test
    void whatIsSavedIsFoundAndListedInRunningOrder() {
        Automation b = automation("b", fired("x"), openTicket("t")).order(1).build();
        Automation a = automation("a", fired("x"), openTicket("t"))
                .order(1)
                .enabled(false)
                .build();
        Automation z = automation("z", fired("x"), openTicket("t %%F%%").priority("high"))
                .when(fired("x").with("F"))
                .onlyIf(Condition.contactHasOpenTicket())
                .order(-1)
                .build();
        automations.save(b);
        automations.save(a);
        automations.save(z);

        assertThat(automations.list()).containsExactly(z, a, b);
        assertThat(automations.find("z")).contains(z);
        assertThat(automations.find("c")).isEmpty();
        Automation renamed =
                automation("b", ticketCreated(), sendMessage("x")).order(-9).build();
        automations.save(renamed);
        assertThat(automations.list()).containsExactly(renamed, z, a);
        automations.remove("z");
        automations.remove("z");
        automations.remove("never there");
        assertThat(automations.list()).containsExactly(renamed, a);
    }

    @Test
    @Tag("R14")
    void ticketsOwnFieldsInAnOpenStepAreRefusedNamingFieldAndStep() {
        Automation automation = automation(
                        "a",
                        ticketCreated(),
                        sendMessage("x"),
                        openTicket("again").description("%%TICKET_TITLE%%"))
                .build();

        assertRefusal("steps[1].description", "TICKET_TITLE", () -> automations.saveAnyway(automation));
        assertThat(automations.list()).isEmpty();
    }

    @Test
    void statusesAreThoseOfTheTenantAsTheyAreNow() {
        Automation shipped = automation("a", ticketCreated(), updateTicket().status("SHIPPED"))
                .build();
        assertRefusal("steps[0].status", "no status", () -> automations.save(shipped));

        olga().catalogue().addStatus("Shipped", MacroStatus.TERMINATED);
        automations.save(shipped);
        olga().statuses().hide("shipped", "closed");
        assertRefusal("steps[0].status", "hidden", () -> automations.save(shipped));
        automations.save(
                automation("b", statusBecame("shipped"), sendMessage("x")).build());
    }

    @Test
    void warningsHaveToBeConfirmed() {
        Automation automation = automation(
                        "a",
                        fired("x").withOptional("NOTE"),
                        openTicket("%%NOTE%%").reference("R-1"))
                .build();
        List<AutomationWarning> warnings = automations.check(automation);

        assertThat(warnings)
                .extracting(AutomationWarning::kind)
                .containsExactly(Kind.POSSIBLY_EMPTY, Kind.FIXED_REFERENCE);
        assertRefusal("automation", "saveAnyway", () -> automations.save(automation));
        assertThatThrownBy(() -> automations.save(automation))
                .hasMessageContaining("steps[0].title: NOTE")
                .hasMessageContaining("steps[0].reference: ");
        assertThat(automations.list()).isEmpty();
        assertThat(automations.saveAnyway(automation)).isEqualTo(warnings);
        assertThat(automations.list()).containsExactly(automation);
    }

    @Test
    void endlessCycleOfAllAutomationsIsRefusedWithItsPath() {
        automations.save(onto("a", "open", "pending"));
        automations.save(onto("b", "pending", "waiting"));

        assertRefusal("automation", "c -> a -> b -> c", () -> automations.saveAnyway(onto("c", "waiting", "open")));
        assertRefusal(
                "automation",
                "d -> d",
                () -> automations.saveAnyway(
                        automation("d", ticketCreated(), openTicket("t")).build()));
        automations.save(onto("c", "waiting", "open").toBuilder().enabled(false).build());
        Automation conditional = onto("c", "waiting", "open").toBuilder()
                .onlyIf(Condition.contactHasOpenTicket())
                .build();
        assertRefusal("automation", "c -> a -> b -> c", () -> automations.save(conditional));
        automations.saveAnyway(conditional);
        assertThat(automations.list()).hasSize(3);
    }

    /** Each is harmless, all of them together are a ring: whoever is last is refused, whatever the order. */
    @Test
    void manyAtTheSameTimeNeverSaveARing() throws InterruptedException {
        List<String> ring = List.of("open", "in-progress", "pending", "waiting", "resolved", "closed");
        for (int round = 0; round < 5; round++) {
            List<Throwable> refusals = Together.errors(
                    ring.size(), i -> automations.save(onto("r" + i, ring.get(i), ring.get((i + 1) % ring.size()))));

            assertThat(refusals).singleElement().satisfies(thrown -> assertThat(thrown)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContainingAll("r0", "r1", "r2", "r3", "r4", "r5"));
            assertThat(automations.list()).hasSize(ring.size() - 1);
            IntStream.range(0, ring.size()).forEach(i -> automations.remove("r" + i));
        }
    }

    @Test
    void manyOthersAtTheSameTimeAreAllSaved() throws InterruptedException {
        long before = kept.automations(tenant).revision();
        List<Throwable> errors = Together.errors(
                16,
                i -> automations.save(
                        automation("r" + i, fired("x"), openTicket("t")).build()));

        assertThat(errors).isEmpty();
        assertThat(automations.list()).hasSize(16);
        assertThat(kept.automations(tenant).revision()).isEqualTo(before + 16);
    }

    @Test
    void whatCannotBeReadStopsNobodyButHimWhoSaves() {
        Automation good = automation("good", fired("x"), openTicket("t")).build();
        automations.save(good);
        put("bad", "{\"id\":\"bad\",\"na");
        put("newer", "{\"id\":\"newer\",\"name\":\"N\",\"starter\":{\"type\":\"moonRose\"},\"steps\":[]}");
        put("empty", "{}");
        put("other", AutomationJson.write(good));
        put("more", AutomationJson.write(good).replace("\"id\":\"good\"", "\"id\":\"more\",\"later\":{\"x\":[1]}"));

        assertThat(automations.list()).extracting(Automation::id).containsExactly("good", "more");
        assertThat(automations.unreadable()).containsOnlyKeys("bad", "newer", "empty", "other");
        assertThat(automations.unreadable().get("newer")).startsWith("starter.type: ");
        assertRefusal("automation", "cannot be read", () -> automations.find("bad"));
        assertRefusal("automation", "bad cannot be read", () -> automations.save(good));
        automations.save(good.toBuilder().enabled(false).build());
        automations.remove("newer");
        automations.remove("empty");
        automations.remove("other");
        automations.save(automation("bad", fired("x"), openTicket("t")).build());
        automations.save(good);
        assertThat(automations.unreadable()).isEmpty();
        assertThat(automations.list()).hasSize(3);
    }

    @Test
    void atMostAThousandOfATenant() {
        String json = AutomationJson.write(
                automation("rNumber", fired("x"), openTicket("t")).build());
        List<AutomationDocument> many = IntStream.range(0, 1_000)
                .mapToObj(i -> new AutomationDocument("r" + i, json.replace("rNumber", "r" + i)))
                .toList();
        assertThat(kept.change(tenant, kept.automations(tenant).revision(), many, Set.of()))
                .isTrue();

        assertRefusal(
                "automation",
                "1000",
                () -> automations.save(
                        automation("z", fired("x"), openTicket("t")).build()));
        automations.save(automation("r7", fired("y"), openTicket("t")).build());
        automations.remove("r8");
        automations.save(automation("z", fired("x"), openTicket("t")).build());
        assertThat(automations.list()).hasSize(1_000);
    }
}
