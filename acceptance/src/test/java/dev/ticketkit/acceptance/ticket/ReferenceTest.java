package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import java.lang.reflect.Method;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStore
@Tag("R7")
class ReferenceTest extends DeskFixture {
    ReferenceTest(Store store) {
        super(store);
    }

    private ActorDesk with(TenantSettings settings) {
        return deskBuilder().tenants(id -> settings).build().as(tenant, Actor.operator("olga"));
    }

    private ActorDesk with(ReferenceFormat format) {
        return with(TenantSettings.defaults().withReferences(format));
    }

    private static String reference(ActorDesk desk, OpenTicket.Builder command) {
        return desk.open(command.build()).ticket().reference().value();
    }

    private Ticket byHand(String reference) {
        return opened(ticket("by hand").reference(reference));
    }

    @Test
    void idIsTimeOrderedAndUnique() {
        List<TicketId> ids =
                IntStream.range(0, 50).mapToObj(i -> opened("t").id()).toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id.value().version()).isEqualTo(7));
    }

    @Test
    void isANumberWithoutGapsUnlessSaid() {
        assertThat(Stream.of("a", "b", "c")
                        .map(title -> opened(title).reference().value()))
                .containsExactly("T-000001", "T-000002", "T-000003");
        assertThat(desk().as(new TenantId(tenant + "-other"), Actor.operator("o"))
                        .open(ticket("x").build())
                        .ticket()
                        .reference()
                        .value())
                .isEqualTo("T-000001");
    }

    @Test
    @Tag("F20")
    void numberIsNotSpentOnARefusedOpening() {
        opened(ticket("a").externalId("order-1"));
        assertThatThrownBy(() -> opened(ticket("b").externalId("order-1"))).isInstanceOf(TakenException.class);
        assertRefused("status", () -> opened(ticket("c").status("nix")));
        assertRefused("title", () -> opened(" "));

        assertThat(opened("d").reference().value()).isEqualTo("T-000002");
    }

    @Test
    void setByHandIsTrimmedShownAsTypedAndFoundInAnyCase() {
        Ticket ticket = byHand("  Caso/2026 Nr. 7 ");

        assertThat(ticket.reference().value()).isEqualTo("Caso/2026 Nr. 7");
        for (String spelling : List.of("Caso/2026 Nr. 7", "CASO/2026 NR. 7", " caso/2026  nr. 7", "ｃａｓｏ/2026 nr. 7")) {
            assertThat(olga().find(new Reference(spelling))).contains(ticket);
            assertThat(olga().ticket(new Reference(spelling)).get()).isEqualTo(ticket);
        }
        assertThat(olga().find(new Reference("Caso/2026 Nr. 8"))).isEmpty();
    }

    @Test
    void hasUpTo256CodePointsAndIsNotBlank() {
        String longest = "😀".repeat(256);

        assertThat(byHand(longest).reference().value()).isEqualTo(longest);
        assertThat(olga().find(new Reference(longest))).isPresent();
        assertRefused("reference", () -> byHand(longest + "x"));
        assertRefused("reference", () -> byHand("  "));
        assertRefused("reference", () -> new Reference("a\nb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC-1", "abc-1", "  Abc-1 ", "ＡＢＣ-1"})
    void takenOneIsRefusedNamingIt(String spelling) {
        byHand("Abc-1");

        assertTaken("reference", spelling, () -> byHand(spelling));
        assertThat(allTitles()).hasSize(1);
    }

    @Test
    void isNeverUsedAgainAfterDeletion() {
        Ticket hand = byHand("Abc-1");
        Ticket generated = opened("a");
        handle(hand).delete();
        handle(generated).delete();

        assertTaken("reference", "ABC-1", () -> byHand("ABC-1"));
        assertThat(opened("b").reference().value()).isEqualTo("T-000002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"T-000001", "t-999999", "T-1234567", "Ｔ-０００００９", " T-000777 "})
    void inTheFormOfGeneratedOnesIsRefused(String reference) {
        assertRefused("reference", () -> byHand(reference));
        assertThat(allTitles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"T-12345", "T-00000A", "T000001", "XT-000001", "T-000001-b"})
    void inAnotherFormIsAllowed(String reference) {
        assertThat(byHand(reference).reference().value()).isEqualTo(reference);
    }

    @Test
    void generatedOneNeverCollides() {
        byHand("X-01");
        byHand("x-03");

        ActorDesk renumbered = with(ReferenceFormat.sequence("X-", 2));
        assertThat(Stream.of("a", "b", "c").map(title -> reference(renumbered, ticket(title))))
                .containsExactly("X-02", "X-04", "X-05");
    }

    @Test
    void yearIsThatOfTheTenantsZone() {
        ActorDesk rome = with(TenantSettings.defaults()
                .withZone(ZoneId.of("Europe/Rome"))
                .withReferences(ReferenceFormat.yearlySequence("R-", 4)));
        at("2026-12-31T22:59:59Z");
        assertThat(reference(rome, ticket("a"))).isEqualTo("R-2026-0001");
        at("2026-12-31T23:00:00Z");
        assertThat(reference(rome, ticket("b"))).isEqualTo("R-2027-0001");
        assertThat(reference(rome, ticket("c"))).isEqualTo("R-2027-0002");
        assertRefused("reference", () -> reference(rome, ticket("d").reference("r-2031-0007")));
        assertThat(reference(rome, ticket("e").reference("R-0007"))).isEqualTo("R-0007");
    }

    @Test
    void codeHasNoLookAlikes() {
        ActorDesk coded = with(ReferenceFormat.code("", 10));
        List<String> codes = IntStream.range(0, 40)
                .mapToObj(i -> reference(coded, ticket("t")))
                .toList();

        assertThat(codes).doesNotHaveDuplicates().allSatisfy(code -> assertThat(code)
                .matches("[2-9A-HJKMNP-TW-Z]{10}")
                .doesNotContain("I", "L", "O", "U", "V"));
        assertRefused("reference", () -> reference(coded, ticket("x").reference("abcdefgh23")));
        assertThat(reference(coded, ticket("x").reference("abcdefgh10"))).isEqualTo("abcdefgh10");
    }

    @Test
    void ofTheHostIsAskedAgainWhileTaken() {
        byHand("H1");
        Iterator<String> source = List.of("H1", "h1", "H2").iterator();
        ActorDesk host = with(ReferenceFormat.of(context -> new Reference(source.next()), r -> false));

        assertThat(reference(host, ticket("a"))).isEqualTo("H2");
        ActorDesk stubborn = with(ReferenceFormat.of(context -> new Reference("H1"), r -> false));
        assertRefused("reference", () -> reference(stubborn, ticket("b")));
        assertThat(allTitles()).hasSize(2);
    }

    @Test
    void isImmutable() {
        assertThat(Stream.of(ChangeTicket.Builder.class.getMethods()).map(Method::getName))
                .doesNotContain("reference", "id", "origin", "contact", "externalId");
    }
}
