package dev.ticketkit.acceptance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.statistics.StatusCount;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStore
@Tag("R3")
class StatusTest extends DeskFixture {
    StatusTest(Store store) {
        super(store);
    }

    private Catalogue catalogue() {
        return olga().catalogue();
    }

    /** A ticket that is deleted meanwhile keeps the status. */
    private void hideBehindBackOf(Ticket ticket) {
        handle(ticket).delete();
        olga().statuses().hide(ticket.status().key());
        handle(ticket).restore();
    }

    private String label(String key) {
        return catalogue().statuses().label(catalogue().statuses().find(key).orElseThrow());
    }

    @Test
    @Tag("R4")
    void isOneOfSevenInTheBeginning() {
        List<StatusEntry> entries = catalogue().statuses().entries();

        assertThat(entries)
                .extracting(entry -> entry.status().key())
                .containsExactly("open", "in-progress", "pending", "waiting", "resolved", "closed", "terminated");
        assertThat(entries)
                .extracting(entry -> entry.status().macro())
                .containsExactly(
                        MacroStatus.IN_PROGRESS,
                        MacroStatus.IN_PROGRESS,
                        MacroStatus.IN_PROGRESS,
                        MacroStatus.IN_PROGRESS,
                        MacroStatus.TERMINATED,
                        MacroStatus.TERMINATED,
                        MacroStatus.TERMINATED);
    }

    @Test
    void isOpenUnlessSaid() {
        assertThat(opened("a").status()).isEqualTo(Status.OPEN);
        assertThat(opened(ticket("b").status("waiting")).status()).isEqualTo(Status.WAITING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IN-PROGRESS", "In-Progress", " in-progress "})
    void isReadByKeyInAnyCase(String key) {
        assertThat(opened(ticket("a").status(key)).status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(changed(opened("b"), change().status(key)).ticket().status()).isEqualTo(Status.IN_PROGRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "Open!", "IN_PROGRESS", "offen"})
    void isRefusedWhenUnknown(String key) {
        assertRefused("status", () -> opened(ticket("a").status(key)));
        Ticket ticket = opened("b");
        assertRefused("status", () -> changed(ticket, change().status(key)));
        assertThat(now(ticket)).isEqualTo(ticket);
        assertThat(allTitles()).containsExactly("b");
    }

    @Test
    void ofOnesOwnIsFirstClass() {
        Status parts = catalogue().addStatus("Waiting for parts", MacroStatus.IN_PROGRESS);
        Status scrapped = catalogue().addStatus("Scrapped", MacroStatus.TERMINATED);
        Ticket one = opened(ticket("one").status(parts.key()));
        Ticket two = changed(opened("two"), change().status("SCRAPPED")).ticket();

        assertThat(one.status()).isEqualTo(parts);
        assertThat(one.closedAt()).isNull();
        assertThat(two.status()).isEqualTo(scrapped);
        assertThat(two.closedAt()).isEqualTo(clock.instant());
        opened("three");
        assertThat(titles(TicketQuery.builder().statuses(parts.key()).build())).containsExactly("one");
        assertThat(titles(TicketQuery.builder()
                        .macroStatus(MacroStatus.TERMINATED)
                        .build()))
                .containsExactly("two");
        assertThat(titles(TicketQuery.builder()
                        .sort(TicketSort.STATUS, SortDirection.ASCENDING)
                        .build()))
                .containsExactly("three", "one", "two");
        assertThat(olga().statistics().report().statuses())
                .contains(new StatusCount(parts, "Waiting for parts", 1), new StatusCount(scrapped, "Scrapped", 1))
                .hasSize(9);
    }

    @Test
    void keyIsMadeOfTheLabelOrChosen() {
        assertThat(catalogue()
                        .addStatus("Attesa del cliente", MacroStatus.IN_PROGRESS)
                        .key())
                .isEqualTo("attesa-del-cliente");
        assertThat(catalogue().addStatus("Überprüft!", MacroStatus.TERMINATED).key())
                .isEqualTo("uberpruft");
        assertThat(catalogue().addStatus("k1", "待ち", MacroStatus.IN_PROGRESS).key())
                .isEqualTo("k1");
        assertRefused("label", () -> catalogue().addStatus("終了", MacroStatus.TERMINATED));
        assertTaken("key", "k1", () -> catalogue().addStatus("k1", "Other", MacroStatus.IN_PROGRESS));
        assertRefused("status", () -> catalogue().addStatus("No Key", "Other", MacroStatus.IN_PROGRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Open", "OPEN", " open ", "Ｏｐｅｎ", "In  progress", "Strasse", "STRASSE"})
    void labelIsUniqueAfterFolding(String label) {
        catalogue().addStatus("Straße", MacroStatus.IN_PROGRESS);
        int before = catalogue().statuses().entries().size();

        assertTaken("label", label, () -> catalogue().addStatus("mine", label, MacroStatus.IN_PROGRESS));
        assertTaken("label", label, () -> catalogue().relabelStatus("closed", label));
        assertThat(catalogue().statuses().entries()).hasSize(before);
        assertThat(label("closed")).isEqualTo("Closed");
    }

    @Test
    void labelGivenBackMustStillBeFree() {
        catalogue().relabelStatus("open", "Aperto");
        catalogue().addStatus("mine", "Open", MacroStatus.IN_PROGRESS);

        assertTaken("label", "Open", () -> catalogue().relabelStatus("open", null));
        assertThat(label("open")).isEqualTo("Aperto");
    }

    @Test
    void hiddenOneKeepsItsLabel() {
        olga().statuses().hide("pending");

        assertTaken("label", "pending", () -> catalogue().addStatus("mine", "pending", MacroStatus.IN_PROGRESS));
    }

    @Test
    void isRelabelledWithoutTouchingTickets() {
        Ticket ticket = opened("a");
        catalogue().relabelStatus("open", "Nuovo");
        catalogue().relabelStatus("open", "NUOVO");

        assertThat(label("open")).isEqualTo("NUOVO");
        assertThat(now(ticket)).isEqualTo(ticket);
        catalogue().relabelStatus("open", null);
        assertThat(label("open")).isEqualTo("Open");
        Status own = catalogue().addStatus("Mine", MacroStatus.IN_PROGRESS);
        assertRefused("label", () -> catalogue().relabelStatus(own.key(), null));
    }

    @Test
    void whenHiddenIsNoLongerChosenButKept() {
        Ticket ticket = opened(ticket("a").status("pending"));
        hideBehindBackOf(ticket);

        assertRefused("status", () -> opened(ticket("b").status("pending")));
        Ticket other = opened("c");
        assertRefused("status", () -> changed(other, change().status("pending")));
        assertThat(changed(ticket, change().title("a2")).ticket().status()).isEqualTo(Status.PENDING);
        assertThat(titles(TicketQuery.builder().statuses("pending").build())).containsExactly("a2");

        olga().statuses().show("pending");
        assertThat(changed(other, change().status("pending")).recorded()).isTrue();
    }

    @Test
    @Tag("R4")
    void macroStatusIsChosenOnceAndNeverChanged() {
        Status own = catalogue().addStatus("Mine", MacroStatus.TERMINATED);
        assertThatThrownBy(() -> catalogue().addStatus("No macro", null)).hasMessageContaining("macro");
        assertTaken("key", "mine", () -> catalogue().addStatus("mine", "Another", MacroStatus.IN_PROGRESS));
        catalogue().relabelStatus("mine", "Renamed");
        olga().statuses().hide("mine");
        olga().statuses().show("mine");

        assertThat(catalogue().statuses().choose("mine")).isEqualTo(own);
        assertThat(catalogue().statuses().entries()).hasSize(8);
    }

    @Test
    void thatIsUnknownCannotBeRelabelledOrHidden() {
        assertThatThrownBy(() -> catalogue().relabelStatus("nix", "Nix")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> olga().statuses().hide("nix")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> olga().statuses().show("nix")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void labelHasUpTo60CodePoints() {
        String longest = "😀".repeat(60);
        catalogue().addStatus("longest", longest, MacroStatus.IN_PROGRESS);

        assertThat(label("longest")).isEqualTo(longest);
        assertRefused("label", () -> catalogue().addStatus("longer", longest + "x", MacroStatus.IN_PROGRESS));
        assertRefused("label", () -> catalogue().relabelStatus("open", longest + "x"));
        assertRefused("label", () -> catalogue().addStatus("blank", " ", MacroStatus.IN_PROGRESS));
        String key = catalogue()
                .addStatus("a".repeat(60).toUpperCase(Locale.ROOT), MacroStatus.IN_PROGRESS)
                .key();
        assertThat(key).isEqualTo("a".repeat(60));
    }

    @Test
    void keysStayApartEvenWhenManyAreMade() {
        IntStream.range(0, 40).forEach(i -> catalogue().addStatus("Step " + i, MacroStatus.IN_PROGRESS));

        assertThat(catalogue().statuses().entries())
                .extracting(entry -> entry.status().position())
                .doesNotHaveDuplicates()
                .isSorted()
                .hasSize(47);
    }

    @Test
    @Tag("R18")
    void whenHiddenMayBeNamedByAChangeThatKeepsIt() {
        Ticket ticket = opened(ticket("a").status("pending"));
        hideBehindBackOf(ticket);

        assertThat(changed(ticket, change().title("b").status("Pending"))
                        .ticket()
                        .status())
                .isEqualTo(Status.PENDING);
        assertThat(changed(ticket, change().status("pending")).recorded()).isFalse();
    }

    @Test
    void labelLosesItsOuterBlanks() {
        catalogue().addStatus("  Mine ", MacroStatus.IN_PROGRESS);
        catalogue().relabelStatus("pending", " Later ");

        assertThat(catalogue().statuses().entries())
                .extracting(entry -> entry.label())
                .contains("Mine", "Later");
    }

    @Test
    void hidingDoesNotUndoALabelGivenMeanwhile() {
        StatusStore statuses =
                mock(StatusStore.class, delegatesTo(store.storage().statuses()));
        TicketStorage storage = mock(TicketStorage.class, delegatesTo(store.storage()));
        doReturn(statuses).when(storage).statuses();
        doAnswer(call -> {
                    var before = store.storage().statuses().statuses(tenant);
                    catalogue().relabelStatus("pending", "Later");
                    return before;
                })
                .when(statuses)
                .statuses(any());
        deskBuilder()
                .storage(storage)
                .build()
                .as(tenant, dev.ticketkit.spi.model.Actor.host("h"))
                .statuses()
                .hide("pending");

        assertThat(catalogue().statuses().find("pending").orElseThrow().label()).isEqualTo("Later");
    }
}
