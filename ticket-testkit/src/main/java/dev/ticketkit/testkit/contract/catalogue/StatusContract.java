package dev.ticketkit.testkit.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tenant's own statuses, and its own words for statuses and priorities. */
public abstract class StatusContract extends StorageContract {
    private static final Status LATER = new Status("later", MacroStatus.IN_PROGRESS, 8);
    private static final Status REJECTED = new Status("rejected", MacroStatus.TERMINATED, 9);

    /** For subclasses. */
    protected StatusContract() {}

    @Test
    @Tag("R3")
    void tenantBeginsWithNothingOfItsOwn() {
        assertThat(statuses()).isEmpty();
        assertThat(priorities()).isEmpty();
    }

    @Test
    @Tag("R3")
    void keepsCustomStatusesInOrderOfPosition() {
        StatusEntry rejected = entry(REJECTED, "Rejected", false);
        StatusEntry later = entry(LATER, "Sp\u00E4ter \uD83D\uDE00", true);

        assertThat(save(rejected)).isTrue();
        assertThat(save(later)).isTrue();
        assertThat(statuses()).containsExactly(later, rejected);
    }

    @Test
    @Tag("R3")
    void relabelsAndHidesPredefinedStatuses() {
        StatusEntry closed = entry(Status.CLOSED, "Finito", false);
        StatusEntry waiting = entry(Status.WAITING, null, true);

        assertThat(save(closed)).isTrue();
        assertThat(save(waiting)).isTrue();
        assertThat(statuses()).containsExactly(waiting, closed);
    }

    @Test
    @Tag("R3")
    void lastSavedLabelAndVisibilityHold() {
        save(entry(LATER, "Later", false));
        save(entry(LATER, "Much later", true));
        assertThat(statuses()).containsExactly(entry(LATER, "Much later", true));

        save(entry(LATER, "Later", false));
        assertThat(statuses()).containsExactly(entry(LATER, "Later", false));
    }

    /** What nobody sees makes no other label: a joiner, a non-joiner, marks of direction. */
    @Test
    @Tag("R3")
    void labelsThatDifferByJoinersAreTheSame() {
        assertThat(save(entry(LATER, "\u0639\u0644\u06CC\u200C\u0631\u0636\u0627", false)))
                .isTrue();
        for (String joiner : List.of("", "\u200D", "\u200E", "\u200F", "\u061C")) {
            String label = "\u0639\u0644\u06CC" + joiner + "\u0631\u0636\u0627";
            assertThat(save(entry(REJECTED, label, false))).as(label).isFalse();
        }
        assertThat(statuses()).containsExactly(entry(LATER, "\u0639\u0644\u06CC\u200C\u0631\u0636\u0627", false));
    }

    @Test
    @Tag("R3")
    void predefinedStatusMayGetItsDefaultsBack() {
        save(entry(Status.CLOSED, "Finito", true));
        save(entry(Status.CLOSED, null, false));

        // Whether a store forgets the entry or keeps it without content makes no difference to anybody.
        assertThat(statuses())
                .filteredOn(entry -> entry.label() != null || entry.hidden())
                .isEmpty();
        assertThat(save(entry(LATER, "finito", false))).isTrue();
    }

    @Test
    @Tag("R4")
    void macroStatusAndPositionNeverChange() {
        save(entry(LATER, "Later", false));

        assertThat(save(entry(new Status("later", MacroStatus.TERMINATED, 30), "Other", true)))
                .isTrue();
        assertThat(statuses()).containsExactly(entry(LATER, "Other", true));
        assertThat(save(entry(new Status("free", MacroStatus.TERMINATED, 30), "Free", false)))
                .isTrue();
    }

    @Test
    @Tag("R3")
    void refusesLabelThatFoldsToAnothers() {
        save(entry(LATER, "Stra\u00DFe  Eins", false));
        for (String label : List.of("STRASSE EINS", " stra\u00DFe eins", "\uFF33trasse\u00A0eins")) {
            assertThat(save(entry(REJECTED, label, false))).as(label).isFalse();
        }
        assertThat(statuses()).containsExactly(entry(LATER, "Stra\u00DFe  Eins", false));
    }

    @Test
    @Tag("R3")
    void refusesRelabellingToAnothersLabel() {
        save(entry(LATER, "Later", false));
        save(entry(REJECTED, "Rejected", false));
        save(entry(Status.OPEN, "Neu", false));

        assertThat(save(entry(REJECTED, "LATER", true))).isFalse();
        assertThat(save(entry(Status.CLOSED, "neu", false))).isFalse();
        assertThat(statuses())
                .containsExactly(
                        entry(Status.OPEN, "Neu", false),
                        entry(LATER, "Later", false),
                        entry(REJECTED, "Rejected", false));
    }

    @Test
    @Tag("R3")
    void relabelsToAnotherSpellingOfItsOwnLabel() {
        save(entry(LATER, "Later", false));

        assertThat(save(entry(LATER, "LATER", false))).isTrue();
        assertThat(statuses()).containsExactly(entry(LATER, "LATER", false));
    }

    @Test
    @Tag("R3")
    void labelIsFreeAgainAfterRelabelling() {
        save(entry(LATER, "Later", false));
        save(entry(LATER, "Soon", false));

        assertThat(save(entry(REJECTED, "Later", false))).isTrue();
    }

    @Test
    @Tag("R3")
    void manyPredefinedStatusesMayKeepTheirWords() {
        assertThat(save(entry(Status.OPEN, null, true))).isTrue();
        assertThat(save(entry(Status.CLOSED, null, true))).isTrue();
        assertThat(statuses()).hasSize(2);
    }

    @Test
    @Tag("R3")
    void refusesPositionThatIsTaken() {
        save(entry(LATER, "Later", false));

        assertThat(save(entry(new Status("other", MacroStatus.TERMINATED, LATER.position()), "Other", false)))
                .isFalse();
        assertThat(statuses()).containsExactly(entry(LATER, "Later", false));
    }

    @Test
    @Tag("R2")
    void keepsPrioritiesInOrderOfRank() {
        PriorityEntry urgent = new PriorityEntry(Priority.URGENT, "Subito", true);
        PriorityEntry lowest = new PriorityEntry(Priority.LOWEST, null, false);
        PriorityEntry high = new PriorityEntry(Priority.HIGH, "Hoch \uD83D\uDE00", false);
        for (PriorityEntry entry : List.of(urgent, lowest, high)) {
            storage().statuses().savePriority(make.tenant(), entry);
        }

        assertThat(priorities()).containsExactly(lowest, high, urgent);
    }

    @Test
    @Tag("R2")
    void lastSavedPriorityHolds() {
        storage().statuses().savePriority(make.tenant(), new PriorityEntry(Priority.HIGH, "One", false));
        PriorityEntry last = new PriorityEntry(Priority.HIGH, "Two", true);
        storage().statuses().savePriority(make.tenant(), last);

        assertThat(priorities()).containsExactly(last);
    }

    private static StatusEntry entry(Status status, @Nullable String label, boolean hidden) {
        return new StatusEntry(status, label, hidden);
    }

    private boolean save(StatusEntry entry) {
        return storage().statuses().saveStatus(make.tenant(), asSeen(entry.status()), entry);
    }

    /** The entry as it is now: what is not kept is new, or a predefined status with its defaults. */
    private @Nullable StatusEntry asSeen(Status status) {
        return statuses().stream()
                .filter(entry -> entry.status().key().equals(status.key()))
                .findFirst()
                .orElse(status.isPredefined() ? entry(status, null, false) : null);
    }

    @Test
    void refusesWhatWasDecidedOnAnEarlierEntry() {
        StatusEntry untouched = entry(Status.PENDING, null, false);
        StatusEntry labelled = entry(Status.PENDING, "Later", false);
        assertThat(storage().statuses().saveStatus(make.tenant(), untouched, labelled))
                .isTrue();

        assertThat(storage().statuses().saveStatus(make.tenant(), untouched, entry(Status.PENDING, null, true)))
                .isFalse();
        assertThat(statuses()).containsExactly(labelled);
    }

    @Test
    void refusesToAddWhatIsThere() {
        Status custom = new Status("asking", MacroStatus.IN_PROGRESS, 8);
        assertThat(storage().statuses().saveStatus(make.tenant(), null, entry(custom, "Asking", false)))
                .isTrue();

        assertThat(storage().statuses().saveStatus(make.tenant(), null, entry(custom, "Waiting for Ada", false)))
                .isFalse();
        assertThat(statuses()).containsExactly(entry(custom, "Asking", false));
    }

    private List<StatusEntry> statuses() {
        return storage().statuses().statuses(make.tenant());
    }

    private List<PriorityEntry> priorities() {
        return storage().statuses().priorities(make.tenant());
    }
}
