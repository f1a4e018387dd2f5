package dev.ticketkit.testkit.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import dev.ticketkit.spi.storage.delivery.NotificationStore;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.HostileTexts;
import dev.ticketkit.testkit.contract.internal.Race;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each operator has a switch of its own, and who was notified of an event can be read. */
public abstract class NotificationStoreContract extends StorageContract {
    private static final Instant AT = TicketFixtures.START;

    private final UUID event = UUID.randomUUID();

    /** For subclasses. */
    protected NotificationStoreContract() {}

    @Test
    @Tag("R28")
    void switchesMailOffAndOn() {
        assertThat(notifications().optedOut(make.tenant())).isEmpty();
        switchOff("op-1");
        switchOff("op-1");
        switchOff("OP-1");
        assertThat(notifications().optedOut(make.tenant())).containsExactlyInAnyOrder("op-1", "OP-1");

        switchOn("op-1");
        switchOn("op-1");
        switchOn("never-off");
        assertThat(notifications().optedOut(make.tenant())).containsExactly("OP-1");
    }

    @Test
    @Tag("R28")
    void nobodySwitchesForAnother() {
        IntStream.range(0, Race.THREADS / 2).forEach(n -> switchOff("on-" + n));
        Race.run(n -> {
            notifications().setOptedOut(make.tenant(), n % 2 == 0 ? "on-" + n / 2 : "off-" + n / 2, n % 2 == 1);
            return n;
        });

        assertThat(notifications().optedOut(make.tenant()))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, Race.THREADS / 2)
                        .mapToObj(n -> "off-" + n)
                        .toList());
    }

    @Test
    void settlingMovesNoSwitch() {
        switchOff("op-1");

        storage().settle(make.tenant());
        storage().settle(make.tenant());

        assertThat(notifications().optedOut(make.tenant())).containsExactly("op-1");
    }

    @Test
    void oneSwitchMovedByAllIsOff() {
        Race.run(n -> {
            switchOff("op-1");
            return n;
        });

        assertThat(notifications().optedOut(make.tenant())).containsExactly("op-1");
    }

    @Test
    void keepsRecordsRoundToAllFirst() {
        NotificationRecord emoji = record("\uD83D\uDE00", Map.of("\uD83D\uDE00", NotificationOutcome.NOTIFIED));
        NotificationRecord replacement = record("\uFFFD", Map.of("\uFFFD", NotificationOutcome.FAILED));
        NotificationRecord all = record(NotificationRecord.ALL, everyOutcome());
        NotificationRecord nobody = record("op-2", Map.of());
        List.of(emoji, replacement, nobody, all).forEach(notifications()::record);

        assertThat(records()).containsExactly(all, nobody, replacement, emoji);
        assertThat(notifications().records(make.tenant(), UUID.randomUUID())).isEmpty();
    }

    @Test
    void laterRecordReplacesEarlier() {
        notifications().record(record(NotificationRecord.ALL, everyOutcome()));
        NotificationRecord later = new NotificationRecord(
                make.tenant(),
                event,
                NotificationRecord.ALL,
                AT.plusSeconds(5),
                new TreeMap<>(Map.of("op-9", NotificationOutcome.NOTIFIED)));
        notifications().record(later);
        notifications().record(later);

        assertThat(records()).containsExactly(later);
    }

    @Test
    void oneRecordWrittenByAllIsOneOfThem() {
        List<NotificationRecord> written = Race.run(n -> {
            NotificationRecord mine =
                    record("op-1", Map.of("op-" + n, NotificationOutcome.NOTIFIED, "same", NotificationOutcome.FAILED));
            notifications().record(mine);
            return mine;
        });

        assertThat(records()).hasSize(1);
        assertThat(written).containsAll(records());
    }

    @Test
    void keepsHostileIds() {
        for (String text : HostileTexts.all()) {
            if (TextRule.LINE.characterProblem(text) == null) {
                switchOff(text);
                assertThat(notifications().optedOut(make.tenant())).as(text).containsExactly(text);
                switchOn(text);
                NotificationRecord record =
                        record("x" + text, Map.of(text, NotificationOutcome.NOTIFIED, "x", NotificationOutcome.FAILED));
                notifications().record(record);
                assertThat(records()).as(text).contains(record);
            }
        }
    }

    @Test
    void purgesRecordsOfBeforeAnInstant() {
        NotificationRecord old = record("op-1", everyOutcome());
        NotificationRecord later = new NotificationRecord(
                make.tenant(), event, "op-2", AT.plusNanos(1_000), new TreeMap<>(everyOutcome()));
        List.of(old, later).forEach(notifications()::record);
        switchOff("op-1");

        assertThat(notifications().purge(make.tenant(), AT)).isZero();
        assertThat(notifications().purge(make.tenant(), AT.plusNanos(1))).isEqualTo(1);
        assertThat(records()).containsExactly(later);
        assertThat(notifications().purge(make.tenant(), Instant.MAX)).isEqualTo(1);
        assertThat(records()).isEmpty();
        assertThat(notifications().optedOut(make.tenant())).containsExactly("op-1");
    }

    @Test
    @Tag("B1")
    void keepsTenantsApart() {
        TenantId stranger = TicketFixtures.ofNewTenant().tenant();
        NotificationRecord mine = record(NotificationRecord.ALL, everyOutcome());
        notifications().record(mine);
        switchOff("op-1");

        assertThat(notifications().optedOut(stranger)).isEmpty();
        assertThat(notifications().records(stranger, event)).isEmpty();
        notifications().setOptedOut(stranger, "op-1", false);
        notifications().record(new NotificationRecord(stranger, event, NotificationRecord.ALL, AT, new TreeMap<>()));
        assertThat(notifications().purge(stranger, AT.plusSeconds(60))).isEqualTo(1);
        assertThat(records()).containsExactly(mine);
        assertThat(notifications().optedOut(make.tenant())).containsExactly("op-1");
    }

    private static SortedMap<String, NotificationOutcome> everyOutcome() {
        SortedMap<String, NotificationOutcome> outcomes = new TreeMap<>();
        for (NotificationOutcome outcome : NotificationOutcome.values()) {
            outcomes.put("op-" + outcome.name(), outcome);
        }
        return outcomes;
    }

    private NotificationRecord record(String receiver, Map<String, NotificationOutcome> outcomes) {
        return new NotificationRecord(make.tenant(), event, receiver, AT, new TreeMap<>(outcomes));
    }

    private List<NotificationRecord> records() {
        return notifications().records(make.tenant(), event);
    }

    private void switchOff(String operator) {
        notifications().setOptedOut(make.tenant(), operator, true);
    }

    private void switchOn(String operator) {
        notifications().setOptedOut(make.tenant(), operator, false);
    }

    private NotificationStore notifications() {
        return storage().notifications();
    }
}
