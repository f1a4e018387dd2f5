package dev.ticketkit.core.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.fixture.Sessions;
import dev.ticketkit.core.identity.TimeOrderedIds;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.DeskListener;
import dev.ticketkit.spi.host.FieldSource;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.StoragePart;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the builder is given is given once, and reaches all parts. */
class WiringTest {
    private static final OpenTicket LAMP =
            OpenTicket.builder().title("Lamp").contact(Contact.of("c-1", "Ada")).build();

    /** In milliseconds; it ends when what is waited for has happened. */
    private static final int PATIENCE = 10_000;

    private final TicketStorage storage = Sessions.storage();
    private final List<TicketChange> stored = new ArrayList<>();

    @BeforeEach
    void aStoreThatKeepsAll() {
        when(storage.keeps(any())).thenReturn(true);
        TicketStore store = mock(TicketStore.class);
        when(storage.tickets()).thenReturn(store);
        when(store.commit(any())).thenAnswer(call -> {
            TicketChange change = call.getArgument(0);
            stored.add(change);
            return new CommitOutcome.Committed(new Receipt(
                    change.after().id(),
                    change.after().reference(),
                    change.after().version(),
                    change.event().id()));
        });
    }

    @Test
    void allWhoWereGivenAReceiverAreWired() {
        TicketDesk desk = desk().operators(tenant -> List.of(), notification -> DeliveryResult.DELIVERED)
                .contacts(notification -> DeliveryResult.DELIVERED)
                .dispatcher(dispatch -> DeliveryResult.DELIVERED)
                .consumer(named("mine"))
                .build();
        assertThat(desk.deliveries().consumers())
                .containsExactlyInAnyOrder("operators", "automations", "host-dispatch", "mine");
    }

    @Test
    void nobodyIsWiredWhoWasNotAskedFor() {
        assertThat(desk().build().deliveries().consumers()).containsExactly("automations");
        assertThat(desk().automations(false).build().deliveries().consumers()).isEmpty();
        when(storage.keeps(StoragePart.AUTOMATIONS)).thenReturn(false);
        assertThat(desk().build().deliveries().consumers()).isEmpty();
    }

    @Test
    void thePolicyIsTheOneThatWasGiven() {
        AccessPolicy policy = mock(AccessPolicy.class);
        ActorDesk olga = desk().access(policy).build().as(Tickets.ACME, Actor.operator("olga"));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> olga.open(LAMP));
        assertThat(stored).isEmpty();
    }

    @Test
    void clockTenantsAndLabelsAreThoseThatWereGiven() {
        ActorDesk olga = desk().clock(Clock.fixed(Tickets.NINE, ZoneOffset.UTC))
                .tenants(tenant -> TenantSettings.defaults().withLanguage(Locale.ITALIAN))
                .build()
                .as(Tickets.ACME, Actor.operator("olga"));
        olga.open(LAMP);
        assertThat(stored.get(0).event().at()).isEqualTo(Tickets.NINE);
        assertThat(olga.labels().status(Status.OPEN)).isEqualTo("Aperto");
    }

    @Test
    void theValidatorIsTheHosts() {
        Validator validator = mock(Validator.class);
        when(validator.validate(any())).thenReturn(Set.of());
        desk().validator(validator)
                .build()
                .as(Tickets.ACME, Actor.operator("olga"))
                .open(LAMP);
        verify(validator, atLeastOnce()).validate(LAMP);
    }

    @Test
    void refusalsAreInTheLanguageThatWasGiven() {
        ActorDesk olga = desk().messages(Locale.ITALIAN).build().as(Tickets.ACME, Actor.operator("olga"));
        OpenTicket untitled =
                OpenTicket.builder().title("").contact(Contact.of("c-1", "Ada")).build();
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> olga.open(untitled))
                .withMessageContaining("caratteri");
    }

    @Test
    void idsAreThoseThatWereGiven() {
        TimeOrderedIds ids = mock(TimeOrderedIds.class);
        when(ids.next(any())).thenReturn(new UUID(7, 7));
        desk().ids(ids).build().as(Tickets.ACME, Actor.operator("olga")).open(LAMP);
        assertThat(stored.get(0).event().id()).isEqualTo(new UUID(7, 7));
    }

    /** It is asked for the names it may give when an automation is checked. */
    @Test
    void fieldsAreTheHosts() {
        when(storage.automations().automations(Tickets.ACME)).thenReturn(new AutomationSet(0, List.of()));
        FieldSource fields = mock(FieldSource.class);
        Automation greeting = Automation.builder("greeting", "Greeting")
                .when(Starter.ticketCreated())
                .steps(Step.sendMessage("Hello"))
                .build();
        desk().fields(fields)
                .build()
                .as(Tickets.ACME, Actor.operator("olga"))
                .automations()
                .check(greeting);
        verify(fields, atLeastOnce()).names(Tickets.ACME);
    }

    @Test
    void aListenerHearsOfEachCommand() {
        DeskListener listener = mock(DeskListener.class);
        desk().listener(listener)
                .build()
                .as(Tickets.ACME, Actor.operator("olga"))
                .open(LAMP);
        verify(listener).commandEnded(eq("open"), eq("done"), anyLong());
    }

    @Test
    void eachCommitIsSaidToTheHost() {
        int[] commits = new int[1];
        ActorDesk olga = desk().afterCommit(() -> commits[0]++).build().as(Tickets.ACME, Actor.operator("olga"));
        olga.open(LAMP);
        olga.open(LAMP);
        assertThat(commits[0]).isEqualTo(2);
    }

    /** At once, and not at the next poll, which is an hour away. */
    @Test
    void aCommitWakesUpItsDelivery() {
        DeliveryQueue queue = storage.deliveries();
        when(queue.claim(any(), anyInt(), any())).thenReturn(List.of());
        when(queue.claimAbandoned(any(), any())).thenReturn(Optional.empty());
        DeliveryOptions rarely = DeliveryOptions.builder()
                .threads(1)
                .pollInterval(Duration.ofHours(1))
                .build();
        try (TicketDesk desk = desk().delivery(rarely).build()) {
            desk.start();
            verify(queue, timeout(PATIENCE).atLeastOnce()).claim(any(), anyInt(), any());
            desk.as(Tickets.ACME, Actor.operator("olga")).open(LAMP);
            verify(queue, timeout(PATIENCE).atLeast(2)).claim(any(), anyInt(), any());
        }
    }

    /** The change is stored; who heard of an error would repeat it. */
    @Test
    void whatTheHostFailsAtAfterACommitFailsNoCommand() {
        ActorDesk olga = desk().afterCommit(() -> {
                    throw new IllegalStateException("host");
                })
                .build()
                .as(Tickets.ACME, Actor.operator("olga"));
        assertThat(olga.open(LAMP).recorded()).isTrue();
    }

    @Test
    void whatCannotBeWiredIsRefusedWhenItIsBuilt() {
        assertThatNullPointerException()
                .isThrownBy(() -> TicketDesk.builder().build())
                .withMessageStartingWith("storage: ");
        doReturn(false).when(storage).keeps(StoragePart.AUTOMATIONS);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> desk().automations(true).build())
                .matches(problem -> problem.code() == TicketErrorCode.STORAGE_INCOMPLETE);
    }

    private TicketDeskBuilder desk() {
        return TicketDesk.builder().storage(storage);
    }

    private static EventConsumer named(String name) {
        EventConsumer consumer = mock(EventConsumer.class);
        when(consumer.name()).thenReturn(name);
        return consumer;
    }
}
