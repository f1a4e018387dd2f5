package dev.ticketkit.jdbc;

import static dev.ticketkit.jdbc.fixture.AutomationSamples.CONSUMER;
import static dev.ticketkit.jdbc.fixture.AutomationSamples.documents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.AutomationSamples;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.FaultyDataSource;
import dev.ticketkit.jdbc.fixture.source.FaultyDataSource.Fault;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The answer to a commit is lost: the repeated call does not take its own success for another's. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("F8")
class AutomationUnknownCommitTest {
    private final HikariDataSource database;
    private final JdbcStorage sound;
    private final TenantId tenant = TicketFixtures.ofNewTenant().tenant();
    private final AutomationSamples samples = new AutomationSamples(tenant);
    private Runnable meanwhile = () -> {};

    AutomationUnknownCommitTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
        sound = JdbcStorage.owning(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"AFTER,08006", "BEFORE,08006", "AFTER,57P01", "BEFORE,40001"})
    void changesTheSetOnce(Fault fault, String state) {
        assertThat(faulty(fault, state, 2).automations().change(tenant, 0, documents("1"), Set.of()))
                .isTrue();
        assertThat(faulty(fault, state, 1).automations().change(tenant, 1, documents("2"), Set.of("c")))
                .isTrue();

        assertThat(sound.automations().automations(tenant)).isEqualTo(new AutomationSet(2, documents("2")));
    }

    @Test
    void takesNoOtherChangeForItsOwn() {
        meanwhile = () -> sound.automations().change(tenant, 0, documents("1"), Set.of());
        assertThat(faulty(Fault.BEFORE, "08006", 1).automations().change(tenant, 0, documents("1"), Set.of()))
                .isFalse();

        meanwhile = () -> sound.automations().change(tenant, 1, documents("2"), Set.of());
        assertThat(faulty(Fault.BEFORE, "40001", 1).automations().change(tenant, 1, documents("2"), Set.of()))
                .isFalse();
        assertThat(sound.automations().automations(tenant)).isEqualTo(new AutomationSet(2, documents("2")));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void saysSoWhenOthersWentOnSince(Fault fault) {
        meanwhile = () -> {
            long revision = sound.automations().automations(tenant).revision();
            sound.automations().change(tenant, revision, documents("x"), Set.of());
            sound.automations().change(tenant, revision + 1, documents("y"), Set.of());
        };

        assertThatThrownBy(() -> faulty(fault, "08006", 1).automations().change(tenant, 0, documents("1"), Set.of()))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.code()).isEqualTo(TicketErrorCode.STORAGE_UNKNOWN))
                .hasMessageContaining("read them before saving again");
    }

    @ParameterizedTest
    @CsvSource({"AFTER,08006", "BEFORE,08006", "AFTER,XX000", "BEFORE,40P01"})
    void firesOnce(Fault fault, String state) {
        Firing firing = samples.firing(UUID.randomUUID());

        assertThat(fire(faulty(fault, state, 2), firing)).isEmpty();

        assertThat(sound.executions().firing(tenant, firing.id())).contains(firing);
        assertThat(sound.executions().executions(tenant, firing.id())).containsExactly(samples.run(firing.id()));
        assertThat(sound.deliveries().kept().pending(tenant)).isEqualTo(1);
        assertThat(fire(sound, firing)).contains(firing);
    }

    @Test
    void takesNoOtherFiringForItsOwn() {
        UUID id = UUID.randomUUID();
        Firing other = samples.firing(id, "other");
        meanwhile = () -> fire(sound, other);

        assertThat(fire(faulty(Fault.BEFORE, "08006", 1), samples.firing(id))).contains(other);
        assertThat(sound.deliveries().kept().pending(tenant)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theRestMayBeRepeated(Fault fault) {
        UUID event = UUID.randomUUID();

        assertThat(faulty(fault, "08006", 1).executions().begin(tenant, event, List.of(samples.run(event))))
                .containsExactly(samples.run(event));
        faulty(fault, "08006", 1).executions().save(samples.run(event));
        faulty(fault, "08006", 1).notifications().setOptedOut(tenant, "op-1", true);

        assertThat(sound.executions().executions(tenant, event)).containsExactly(samples.run(event));
        assertThat(sound.notifications().optedOut(tenant)).containsExactly("op-1");
    }

    private Optional<Firing> fire(JdbcStorage storage, Firing firing) {
        return storage.executions().fire(firing, List.of(samples.run(firing.id())), CONSUMER, Duration.ZERO);
    }

    private JdbcStorage faulty(Fault fault, String state, int faults) {
        return JdbcStorage.owning(
                FaultyDataSource.of(database, fault, state, faults), JdbcOptions.defaults(), millis -> meanwhile.run());
    }
}
