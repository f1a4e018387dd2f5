package dev.ticketkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.StoragePart;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a desk does on a store that has nothing but the first ring. */
class FirstRingDeskTest {
    private static final TenantId TENANT = new TenantId("acme");

    private final TicketStorage small = new FirstRingOnly(new MemoryStorage());
    private final TicketDesk desk = TicketDesk.builder().storage(small).build();
    private final ActorDesk olga = desk.as("acme", Actor.operator("olga"));

    @Test
    void ticketsListsContactsAndStatisticsWork() {
        Ticket ticket = open("Lamp");
        open("Desk");
        olga.ticket(ticket).change(ChangeTicket.builder().status("resolved").build());

        assertThat(olga.list(TicketQuery.all()).items()).hasSize(2);
        assertThat(olga.contacts(TicketQuery.all()).items()).hasSize(2);
        assertThat(olga.statistics()
                        .report(StatisticsQuery.builder().allTime().build())
                        .tickets())
                .isEqualTo(2);
        assertThat(olga.statistics().workload()).isNotEmpty();
        assertThat(olga.statistics()
                        .closingPercentiles(StatisticsQuery.builder().allTime().build())
                        .count())
                .isEqualTo(1);
        assertThat(olga.statistics().verify().differences()).isEmpty();
    }

    @Test
    void whatOnlyLooksErasesOrPurgesFindsNothing() {
        Ticket ticket = open("Lamp");
        UUID event = olga.ticket(ticket).history().get(0).id();

        assertThat(olga.automations().list()).isEmpty();
        assertThat(olga.why(event).operators()).isEmpty();
        assertThat(olga.purge(Instant.EPOCH.plusSeconds(1)).deliveries()).isZero();
        assertThat(olga.erase(ticket.contact().id())).isEqualTo(1);
        assertThat(small.deliveries().kept().parked(TENANT, 10)).isEmpty();
        assertThat(small.deliveries().consumers().pending(TENANT)).isEmpty();
    }

    @Test
    void savingAnAutomationIsRefusedAndFiringStartsNone() {
        Automation automation = Automation.builder("opened", "Opened")
                .when(new Starter.TicketCreated())
                .steps(new Step.UpdateStep(Step.UpdateStep.RUNS_TICKET, null, "URGENT", null, null))
                .build();

        assertRefused(
                "this store keeps no automations: ", () -> olga.automations().saveAnyway(automation));
        assertThat(olga.fire(Fire.starter("late")
                                .contact(Contact.of("c-1", null))
                                .build())
                        .runs())
                .isEmpty();
    }

    @Test
    void theOperatorsMailPreferenceIsRefused() {
        assertRefused(
                "this store keeps no notification records: ", () -> olga.mail().switchOff());
        assertRefused("this store keeps no notification records: ", () -> small.notifications()
                .record(new NotificationRecord(
                        TENANT, UUID.randomUUID(), NotificationRecord.ALL, Instant.EPOCH, new TreeMap<>())));
    }

    @Test
    void deliveringIsRefusedBeforeItBegins() {
        assertRefused("this store keeps no deliveries: ", desk::start);
        assertRefused("this store keeps no deliveries: ", desk::drain);
        assertRefused(
                "this store keeps no deliveries: ", () -> small.deliveries().claim("w", 1, Duration.ofMinutes(1)));
    }

    @Test
    void oneOfSeveralStoresMayKeepMoreThanTheOthers() {
        MemoryStorage whole = new MemoryStorage();
        TicketStorage both =
                TicketStorage.byTenant(tenant -> tenant.equals(TENANT) ? small : whole, () -> List.of(small, whole));

        assertThat(StoragePart.values()).allMatch(both::keeps);
        assertThat(StoragePart.values()).noneMatch(small::keeps);
        both.deliveries().consumers().announce(Set.of("mail"));
        assertThat(both.deliveries().claim("w", 1, Duration.ofMinutes(1))).isEmpty();
        assertThat(both.statistics().openByOwner(TENANT, AccessScope.all())).isEmpty();
        assertRefused("this store keeps no automations: ", () -> both.automations()
                .change(TENANT, 0, List.of(), Set.of("a")));
    }

    /** The price of a store of one's own; before the ring there was, it was 63 without the doors. */
    @Test
    void aStoreImplementsAtMostTwentySixMethodsOfPorts() {
        long methods = abstractMethods(TicketStorage.class).stream()
                .mapToLong(door -> abstractMethods(door.getReturnType()).size())
                .sum();

        assertThat(abstractMethods(TicketStorage.class)).hasSize(6);
        assertThat(methods).isEqualTo(26);
        assertThat(TicketStore.class.getMethods()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void whatWantsAPartIsRefusedWhenTheDeskIsBuilt() {
        assertRefused(
                "this store keeps no automations: ",
                () -> TicketDesk.builder().storage(small).automations(true).build());
        assertRefused("this store keeps no notification records: ", () -> TicketDesk.builder()
                .storage(small)
                .operators(tenant -> List.of(), notification -> DeliveryResult.DELIVERED)
                .build());
    }

    private static List<Method> abstractMethods(Class<?> port) {
        return Arrays.stream(port.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .toList();
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.code()).isEqualTo(TicketErrorCode.STORAGE_INCOMPLETE))
                .hasMessageStartingWith(message)
                .hasMessageContaining("or use a store that implements TicketStorage.");
    }

    private Ticket open(String title) {
        return olga.open(OpenTicket.builder()
                        .title(title)
                        .contact(Contact.of("c-" + title, null))
                        .build())
                .ticket();
    }
}
