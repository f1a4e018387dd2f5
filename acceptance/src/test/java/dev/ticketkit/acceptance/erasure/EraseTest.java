package dev.ticketkit.acceptance.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.KeyReusedException;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("B7")
class EraseTest extends DeskFixture {
    private static final Contact ANNA = new Contact("c-anna-zq", "Anna Zq", "+390612345", "anna.zq@example.org", "it");

    EraseTest(Store store) {
        super(store);
    }

    private Ticket annas(String title) {
        return opened(ticket(title).contact(ANNA));
    }

    /** A ticket with a history in which every text names her. */
    private Ticket told() {
        Ticket ticket = opened(ticket("Anna Zq called")
                .contact(ANNA)
                .description("anna zq is angry")
                .reference("ZQ-1")
                .externalId("zq-7")
                .category("Billing")
                .priority(Priority.HIGH)
                .owner(OLGA)
                .attributes(java.util.Map.of("zq", "zq"))
                .idempotencyKey("zq"));
        later(Duration.ofHours(1));
        changed(
                ticket,
                change().title("zq again").description("zq").status("closed").idempotencyKey("zq-1"));
        later(Duration.ofHours(1));
        changed(ticket, change().status("open").attributes(java.util.Map.of("zq", "zq zq")));
        handle(ticket).addInternalNote("zq inside");
        as(Actor.contact(ANNA.id(), "Anna Zq")).ticket(ticket).addPublicNote("zq outside");
        handle(ticket).changeContact(ChangeContact.to(ANNA.withPhone("+390699999")));
        return now(ticket);
    }

    private String everythingOf(Ticket ticket) {
        List<Object> all = new ArrayList<>();
        Ticket now = store.storage().tickets().find(tenant, ticket.id()).orElseThrow();
        all.addAll(List.of(now.title(), now.contact(), now.reference(), now.attributes()));
        all.add(String.valueOf(now.description()));
        all.add(String.valueOf(now.externalId()));
        for (TicketEvent event : handle(ticket).history()) {
            all.addAll(List.of(event.actor(), event.changes(), String.valueOf(event.note())));
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    @Test
    void removesWhatWasSaidOfTheContactAndKeepsWhatIsCounted() {
        Ticket before = told();
        later(Duration.ofHours(1));

        assertThat(olga().erase(ANNA.id())).isEqualTo(1);

        Ticket after = now(before);
        assertThat(after)
                .isEqualTo(before.toBuilder()
                        .version(before.version() + 1)
                        .title("Data erased")
                        .description(null)
                        .contact(after.contact())
                        .reference(after.reference())
                        .externalId(null)
                        .attributes(java.util.Map.of())
                        .updatedAt(clock.instant())
                        .erasedAt(clock.instant())
                        .build());
        assertThat(after.contact()).isEqualTo(Contact.of(after.contact().id(), null));
        assertThat(after.contact().id()).matches("erased-[0-9a-f-]{36}");
        assertThat(after.reference().value()).matches("erased-[0-9a-f-]{36}");
        assertThat(everythingOf(before)).doesNotContain("zq", "angry", "0612345", "0699999");
        List<TicketEvent> history = handle(before).history();
        assertThat(history)
                .extracting(TicketEvent::kind)
                .containsExactly(
                        EventKind.OPENED,
                        EventKind.CHANGED,
                        EventKind.CHANGED,
                        EventKind.NOTED,
                        EventKind.NOTED,
                        EventKind.CHANGED,
                        EventKind.ERASED);
        assertThat(history.get(6).actor()).isEqualTo(Actor.operator("olga", "Olga"));
        assertThat(history.get(4).actor())
                .isEqualTo(Actor.contact(after.contact().id(), after.contact().id()));
        assertThat(history.get(1).changes())
                .anySatisfy(change -> assertThat(change.to()).isEqualTo("closed"));
    }

    @Test
    void leavesEveryStatisticAsItWas() {
        told();
        Ticket deleted = annas("zq");
        handle(deleted).delete();
        Ticket closed = opened(ticket("x").contact(ANNA).category("Billing"));
        later(Duration.ofHours(5));
        changed(closed, change().status("resolved"));
        opened("other");
        List<Object> counted = counted();

        assertThat(olga().erase(ANNA.id())).isEqualTo(3);

        assertThat(counted()).isEqualTo(counted);
        assertThat(olga().statistics().verify().holds()).isTrue();
    }

    private List<Object> counted() {
        assertThat(olga().statistics().verify().holds()).isTrue();
        List<Object> counted = new ArrayList<>();
        for (CountBasis reading : CountBasis.values()) {
            counted.add(olga().statistics()
                    .report(StatisticsQuery.builder().allTime().basis(reading).build()));
        }
        return counted;
    }

    @Test
    @Tag("R7")
    void keepsGeneratedReferencesAndGivesOutNoOldOneAgain() {
        Ticket byHand = opened(ticket("a").contact(ANNA).reference("Anna-1").externalId("order-1"));
        Ticket generated = annas("b");
        olga().erase(ANNA.id());

        assertThat(now(generated).reference()).isEqualTo(generated.reference());
        assertThat(olga().find(generated.reference())).contains(now(generated));
        assertThat(olga().find(new Reference("anna-1"))).isEmpty();
        assertThat(olga().findByExternalId("order-1")).isEmpty();
        assertThat(olga().find(now(byHand).reference())).contains(now(byHand));
        assertTaken("reference", "ANNA-1", () -> opened(ticket("c").reference("ANNA-1")));
        assertTaken("externalId", "order-1", () -> opened(ticket("c").externalId("order-1")));
        assertThat(now(byHand).reference()).isNotEqualTo(now(generated).reference());
    }

    @Test
    @Tag("R15")
    void leavesSearchAtOnceAndForGood() {
        Ticket ticket = annas("printer");
        opened("printer");
        olga().erase(ANNA.id());

        assertThat(titles(TicketQuery.builder().text("printer").build())).containsExactly("printer");
        assertThat(titles(TicketQuery.builder().text("data erased").build())).isEmpty();
        assertThat(titles(TicketQuery.builder().contacts(ANNA.id()).build())).isEmpty();
        changed(ticket, change().priority(Priority.HIGH));
        assertThat(titles(TicketQuery.builder().text("data erased").build())).isEmpty();
        assertThat(allTitles()).containsExactly("Data erased", "printer");
    }

    @Test
    void takesNoTextAnyMore() {
        Ticket ticket = annas("a");
        olga().erase(ANNA.id());

        assertRefused("ticket", () -> changed(ticket, change().title("zq")));
        assertRefused("ticket", () -> changed(ticket, change().description("zq")));
        assertRefused("ticket", () -> changed(ticket, change().attributes(Map.of("zq", "zq"))));
        assertRefused("ticket", () -> handle(ticket).addInternalNote("zq"));
        assertRefused("ticket", () -> handle(ticket).addPublicNote("zq"));
        assertRefused("ticket", () -> handle(ticket).changeContact(ChangeContact.to(BRUNO)));
        changed(ticket, change().status("resolved").category("c").owner(OLGA));
        assertThat(everythingOf(ticket)).doesNotContain("zq");
    }

    @Test
    @Tag("R20")
    void erasesDeletedTicketsWhichCannotComeBack() {
        Ticket ticket = annas("zq");
        handle(ticket).delete();
        olga().erase(ANNA.id());

        assertThat(everythingOf(ticket)).doesNotContain("zq");
        assertThat(allTitles()).isEmpty();
        assertRefused("ticket", () -> handle(ticket).restore());
        assertThat(handle(ticket).history()).hasSize(3);
    }

    @Test
    void touchesNobodyElse() {
        Ticket annas = annas("a");
        Ticket brunos = opened(ticket("b").contact(BRUNO));
        Ticket handedOver = annas("c");
        handle(handedOver).changeContact(ChangeContact.to(BRUNO));
        Ticket given = now(handedOver);

        assertThat(olga().erase(ANNA.id())).isEqualTo(1);
        assertThat(now(brunos)).isEqualTo(brunos);
        assertThat(now(given)).isEqualTo(given);
        assertThat(now(annas).erasedAt()).isEqualTo(clock.instant());
        assertThat(olga().erase("nobody")).isZero();
        assertThat(olga().erase(ANNA.id())).isZero();
    }

    @Test
    @Tag("B13")
    void isForOperatorsAndReachesBeyondTheirScope() {
        annas("a");
        assertThatThrownBy(() -> as(Actor.contact(ANNA.id(), "Anna")).erase(ANNA.id()))
                .isInstanceOf(ForbiddenException.class);
        assertThat(allTitles()).containsExactly("a");
        assertRefused("contactId", () -> olga().erase(""));

        var eva = deskBuilder().access(new ScopedPolicy()).build().as(tenant, Actor.operator("eva"));
        assertThat(eva.list(TicketQuery.all()).items()).isEmpty();
        assertThat(eva.erase(ANNA.id())).isEqualTo(1);
        assertThat(allTitles()).containsExactly("Data erased");
    }

    @Test
    @Tag("B9")
    void namesTheTicketInTheTenantsLanguage() {
        Ticket ticket = annas("a");
        deskBuilder()
                .tenants(any -> TenantSettings.defaults().withLanguage(Locale.ITALIAN))
                .build()
                .as(tenant, Actor.operator("olga"))
                .erase(ANNA.id());

        assertThat(now(ticket).title()).isEqualTo("Dati cancellati");
    }

    @Test
    @Tag("B2")
    void whoeverStillHasTheOldTicketInHandWritesNothingOnIt() {
        Ticket ticket = annas("a");
        olga().erase(ANNA.id());

        assertRefused(
                "ticket", () -> changed(ticket, change().description("anna zq").onVersion(ticket.version())));
        assertThat(everythingOf(ticket)).doesNotContain("zq");
    }

    @Test
    @Tag("B3")
    void forgetsKeys() {
        Ticket ticket = opened(ticket("a").contact(ANNA).idempotencyKey("k"));
        olga().erase(ANNA.id());

        assertThat(opened(ticket("other").idempotencyKey("k")).id()).isNotEqualTo(ticket.id());
        assertThatThrownBy(() -> opened(ticket("third").idempotencyKey("k"))).isInstanceOf(KeyReusedException.class);
    }

    @Test
    @Tag("R28")
    void tellsNobody() {
        annas("a");
        annas("b");
        assertThat(store.storage().deliveries().kept().pending(tenant)).isEqualTo(2);
        olga().erase(ANNA.id());

        assertThat(store.storage().deliveries().kept().pending(tenant)).isZero();
        assertThat(store.storage().deliveries().kept().parked(tenant, 10)).isEmpty();
    }

    @Test
    void showsInTheEventsOfTheTenant() {
        annas("a");
        olga().erase(ANNA.id());

        assertThat(store.storage().events().between(tenant, InstantRange.ALWAYS, null, 10))
                .extracting(TicketEvent::kind)
                .contains(EventKind.OPENED, EventKind.ERASED);
    }
}
