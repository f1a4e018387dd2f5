package dev.ticketkit.jdbc.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.StorageInternals;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.internal.dialect.Dialects;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogueInCommitTest {
    private final HikariDataSource database = TestDatabase.withTables(TestDatabase.h2());
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final Category hardware = make.category("Hardware");
    private final Category devices = make.category("Devices");
    private final CategoryTable categories = new CategoryTable(StorageInternals.names());
    private final StatusGate gate = new StatusGate(StorageInternals.names());
    private final SeenCategories seen = new SeenCategories();
    private Connection connection;
    private Sql sql;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.getConnection();
        sql = new Sql(connection, Dialects.H2);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void aCategoryIsMadeOnceAndFollowedWhereItWasMergedInto() throws SQLException {
        assertThat(categoryOf(hardware)).isEqualTo(hardware.id());
        assertThat(categoryOf(devices)).isEqualTo(devices.id());
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE ticket_category SET target_id = '" + hardware.id() + "' WHERE name = 'Devices'");
        }
        assertThat(categoryOf(devices)).isEqualTo(hardware.id());
    }

    @Test
    void onlyWhoEntersAStatusOtherThanOpenPassesTheGate() {
        TicketChange opening = make.opening(make.ticket().build());
        TicketChange waiting = make.opening(make.ticket().status(Status.WAITING).build());
        assertThat(StatusGate.isOnTheWay(opening)).isFalse();
        assertThat(StatusGate.isOnTheWay(waiting)).isTrue();
        assertThat(StatusGate.isOnTheWay(make.change(waiting.after(), ticket -> ticket.title("Lamp"))))
                .isFalse();
    }

    @Test
    void theGateIsShutOnceTheStatusIsHidden() throws SQLException {
        TicketChange waiting = make.opening(make.ticket().status(Status.WAITING).build());
        assertThat(gate.holdIsShut(sql, waiting)).isFalse();
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO ticket_status"
                    + " (tenant_id, status_key, macro_status, status_position, hidden, removed) VALUES ('"
                    + make.tenant().value() + "', 'waiting', 'IN_PROGRESS', 4, TRUE, FALSE)");
        }
        assertThat(gate.isShut(sql, waiting)).isTrue();
        assertThat(gate.holdIsShut(sql, waiting)).isTrue();
    }

    @Test
    void aCategoryThatWasSeenIsForgottenWhenWhatReliedOnItFails() throws SQLException {
        TicketChange change = make.opening(make.ticket().category(hardware).build());
        assertThat(seen.knows(make.opening(make.ticket().build()))).isTrue();
        assertThat(seen.knows(change)).isFalse();
        seen.add(change);
        assertThat(seen.knows(change)).isTrue();

        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> failing(change, "40001"));
        assertThat(seen.knows(change)).as("another trouble says nothing of it").isTrue();
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> failing(change, "22012"));
        assertThat(seen.knows(change)).isFalse();
    }

    private void failing(TicketChange change, String state) throws SQLException {
        seen.relying(List.of(change), () -> {
            throw new SQLException("no", state);
        });
    }

    private Object categoryOf(Category category) throws SQLException {
        Bindings ticket = new Bindings();
        categories.hold(sql, make.tenant(), category).bind(ticket);
        try (var statement = connection.prepareStatement("SELECT CAST(? AS uuid)")) {
            var form = dev.ticketkit.jdbc.internal.sql.SqlText.parse("SELECT CAST(:category_id AS uuid)")
                    .in(Dialects.H2);
            ticket.apply(statement, form);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1);
            }
        }
    }
}
