package dev.ticketkit.testkit.contract.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationDocument;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.HostileTexts;
import dev.ticketkit.testkit.contract.internal.Race;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tenant's automations are changed as one set: of two who decided on the same one, one wins. */
public abstract class AutomationStoreContract extends StorageContract {
    private static final int WRITERS = 4;
    private static final int CHANGES = 25;

    /** For subclasses. */
    protected AutomationStoreContract() {}

    @Test
    void newTenantHasNone() {
        assertThat(set()).isEqualTo(new AutomationSet(0, List.of()));
    }

    @Test
    void keepsReplacesAndRemovesAtOnce() {
        assertThat(change(0, List.of(document("b", "1"), document("a-1", "2"), document("a", "3")), Set.of()))
                .isTrue();
        assertThat(set())
                .isEqualTo(new AutomationSet(1, List.of(document("a", "3"), document("a-1", "2"), document("b", "1"))));

        assertThat(change(1, List.of(document("b", "4"), document("c", "5")), Set.of("a", "never-there")))
                .isTrue();
        assertThat(set())
                .isEqualTo(new AutomationSet(2, List.of(document("a-1", "2"), document("b", "4"), document("c", "5"))));

        assertThat(change(2, List.of(), Set.of("a-1", "b", "c"))).isTrue();
        assertThat(set()).isEqualTo(new AutomationSet(3, List.of()));
    }

    @Test
    void givesTheSetOnlyToWhoHasNotReadIt() {
        assertThat(store().automationsSince(make.tenant(), 0)).isEmpty();
        assertThat(store().automationsSince(make.tenant(), 7)).contains(new AutomationSet(0, List.of()));
        change(0, List.of(document("b", "1"), document("a", "2")), Set.of());

        assertThat(store().automationsSince(make.tenant(), 1)).isEmpty();
        assertThat(store().automationsSince(make.tenant(), 0)).contains(set());
        assertThat(store().automationsSince(make.tenant(), 2)).contains(set());
        change(1, List.of(), Set.of("a", "b"));
        assertThat(store().automationsSince(make.tenant(), 1)).contains(new AutomationSet(2, List.of()));
    }

    @Test
    @Tag("B2")
    void refusesChangeDecidedOnAnotherSet() {
        assertThat(change(1, List.of(document("early", "1")), Set.of())).isFalse();
        assertThat(change(0, List.of(document("a", "1")), Set.of())).isTrue();
        assertThat(change(0, List.of(document("late", "1")), Set.of("a"))).isFalse();
        assertThat(change(2, List.of(document("early", "1")), Set.of("a"))).isFalse();

        assertThat(set()).isEqualTo(new AutomationSet(1, List.of(document("a", "1"))));
    }

    @Test
    void keepsHostileAndLongDocuments() {
        long revision = 0;
        for (String text : HostileTexts.all()) {
            assertThat(change(revision++, List.of(document("a", text)), Set.of()))
                    .isTrue();
            assertThat(set().documents()).as(text).containsExactly(document("a", text));
        }
        String longest = "\uD83D\uDE00".repeat(200_000);
        assertThat(change(revision, List.of(document("a", longest)), Set.of())).isTrue();
        assertThat(set().documents().get(0).json().equals(longest)).isTrue();
    }

    @Test
    @Tag("B1")
    void keepsTenantsApart() {
        TenantId stranger = TicketFixtures.ofNewTenant().tenant();
        change(0, List.of(document("a", "mine")), Set.of());
        assertThat(store().change(stranger, 1, List.of(document("a", "others")), Set.of("a")))
                .isFalse();
        assertThat(store().change(stranger, 0, List.of(document("a", "others")), Set.of("b")))
                .isTrue();

        assertThat(set()).isEqualTo(new AutomationSet(1, List.of(document("a", "mine"))));
        assertThat(store().automations(stranger).documents()).containsExactly(document("a", "others"));
    }

    @Test
    @Tag("F19")
    void firstSetOfATenantHasOneWinner() {
        List<Boolean> won = Race.run(n -> change(0, List.of(document("a-" + n, "1")), Set.of()));

        assertThat(won).containsOnlyOnce(true);
        assertThat(set()).isEqualTo(new AutomationSet(1, List.of(document("a-" + won.indexOf(true), "1"))));
    }

    @Test
    @Tag("F19")
    void eachRevisionHasOneWinnerAndNoChangeIsLost() {
        List<Long> won = Race.run(n -> {
            long revision;
            do {
                revision = set().revision();
            } while (!change(revision, List.of(document("a-" + n, "1")), Set.of()));
            return revision;
        });

        assertThat(won)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, Race.THREADS).boxed().toList());
        assertThat(set().revision()).isEqualTo(Race.THREADS);
        assertThat(set().documents()).hasSize(Race.THREADS);
    }

    @Test
    void readsNoHalfOfAChange() {
        List<Boolean> whole = Race.run(n -> n < WRITERS ? writeAll() : readsAreWhole());

        assertThat(whole).containsOnly(true);
    }

    private boolean writeAll() {
        for (int i = 0; i < CHANGES; i++) {
            long revision = set().revision();
            String next = String.valueOf(revision + 1);
            change(revision, List.of(document("a", next), document("b", next)), Set.of());
        }
        return true;
    }

    private boolean readsAreWhole() {
        return IntStream.range(0, CHANGES).allMatch(i -> {
            AutomationSet read = set();
            String text = String.valueOf(read.revision());
            List<AutomationDocument> expected =
                    read.revision() == 0 ? List.of() : List.of(document("a", text), document("b", text));
            return read.documents().equals(expected);
        });
    }

    private AutomationSet set() {
        return store().automations(make.tenant());
    }

    private boolean change(long revision, List<AutomationDocument> saved, Set<String> removed) {
        return store().change(make.tenant(), revision, saved, removed);
    }

    private AutomationStore store() {
        return storage().automations();
    }

    private static AutomationDocument document(String id, String json) {
        return new AutomationDocument(id, json);
    }
}
