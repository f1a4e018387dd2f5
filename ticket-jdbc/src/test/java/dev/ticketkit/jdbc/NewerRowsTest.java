package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.WorkoutOfPorts;
import dev.ticketkit.spi.error.UnreadableException;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;

/**
 * What a newer version of the library may have written, in each column that holds words of a closed set, one after the other: what can be
 * read is, and what cannot is named. No history and no feed ever stands still.
 */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B15")
@Tag("R21")
class NewerRowsTest {
    /** By column: what is written, as SQL, and whether everything can still be read. */
    private static final Map<String, Newer> COLUMNS = new LinkedHashMap<>();

    /** @param readable whether there is something to stand in its place */
    private record Newer(String sql, boolean readable) {}

    static {
        COLUMNS.put("ticket_event.kind", new Newer("'SPLIT'", true));
        COLUMNS.put("ticket_event.actor_kind", new Newer("'ROBOT'", true));
        COLUMNS.put("ticket_event.actor_id", new Newer("''", true));
        COLUMNS.put("ticket_event.actor_label", new Newer("'a' || CHR(9) || 'b'", true));
        COLUMNS.put("ticket_event.cause_source", new Newer("''", true));
        COLUMNS.put("ticket_event.cause_depth", new Newer("0", true));
        COLUMNS.put("ticket_event.change_keys", new Newer("ARRAY['MERGED:x', 'TITLE:y', 'ATTRIBUTE']", true));
        COLUMNS.put("ticket_event.note_visibility", new Newer("'PARTNERS'", true));
        COLUMNS.put("ticket.origin", new Newer("'TELEPATHY'", true));
        COLUMNS.put("ticket.priority", new Newer("9", false));
        COLUMNS.put("ticket.macro_status", new Newer("'PAUSED'", false));
        COLUMNS.put("ticket.status_key", new Newer("'No Key!'", false));
        COLUMNS.put("ticket_status.macro_status", new Newer("'PAUSED'", true));
        COLUMNS.put("ticket_priority.priority", new Newer("9", true));
        COLUMNS.put("ticket_execution.state", new Newer("'SLEEPING'", false));
        COLUMNS.put("ticket_notification.outcomes", new Newer("ARRAY['WHISPERED']", true));
        COLUMNS.put("ticket_delivery.state", new Newer("'DREAMT'", true));
        COLUMNS.put("ticket_delivery.consumer", new Newer("'nobody'", true));
        COLUMNS.put("ticket_rollup.macro_status", new Newer("'PAUSED'", false));
        COLUMNS.put("ticket_rollup.rollup", new Newer("'OTHER_' || rollup", true));
        COLUMNS.put("ticket_rollup_period.macro_status", new Newer("'PAUSED'", false));
        COLUMNS.put("ticket_rollup_period.rollup", new Newer("'OTHER_' || rollup", true));
        COLUMNS.put("ticket_delta.macro_status", new Newer("'PAUSED'", false));
    }

    private final HikariDataSource database;
    private final JdbcStorage storage;
    private final SqlDialect dialect;
    private TenantId tenant = TicketFixtures.ofNewTenant().tenant();
    private ActorDesk desk;
    private Ticket ticket;
    private List<TicketEvent> events;

    NewerRowsTest(SqlDialect dialect) {
        this.dialect = dialect;
        database = TestDatabase.withTables(dialect);
        storage = JdbcStorage.owning(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** A ticket with something in every place. */
    private void live() {
        tenant = TicketFixtures.ofNewTenant().tenant();
        desk = TicketDesk.builder().storage(storage).build().as(tenant, Actor.operator("olga", "Olga"));
        desk.catalogue().addStatus("Later", MacroStatus.IN_PROGRESS);
        desk.catalogue().setPriority(Priority.LOW, "Later", true);
        ticket = desk.open(OpenTicket.builder()
                        .title("Printer")
                        .category("Hardware")
                        .contact(Contact.of("c", "C"))
                        .build())
                .ticket();
        desk.because(new Cause(null, "chat", 1))
                .ticket(ticket)
                .change(ChangeTicket.builder()
                        .title("Other")
                        .priority(Priority.HIGH)
                        .status("closed")
                        .owner(new Party("o", "O"))
                        .category("Software")
                        .attributes(Map.of("a", "b"))
                        .build());
        desk.ticket(ticket.id()).addPublicNote("note");
        ticket = desk.find(ticket.id()).orElseThrow();
        events = storage.events().history(tenant, ticket.id(), 0, 10);
        TicketEvent first = events.get(0);
        storage.executions()
                .begin(
                        tenant,
                        first.id(),
                        List.of(new AutomationExecution(
                                tenant, first.id(), "a", ExecutionState.FAILED, 0, ticket.id(), "x", first.at())));
        storage.notifications()
                .record(new NotificationRecord(
                        tenant,
                        first.id(),
                        NotificationRecord.ALL,
                        first.at(),
                        new TreeMap<>(Map.of("o", NotificationOutcome.NOTIFIED))));
    }

    private Map<String, Callable<Object>> reads() {
        Map<String, Callable<Object>> reads = new LinkedHashMap<>();
        reads.put("history", () -> desk.ticket(ticket.id()).history());
        reads.put("notes", () -> desk.ticket(ticket.id()).notes());
        reads.put("feed", () -> desk.changesSince(null, 100).events());
        reads.put("between", () -> storage.events().between(tenant, InstantRange.ALWAYS, null, 100));
        reads.put("find", () -> desk.find(ticket.id()).orElseThrow());
        reads.put("reference", () -> desk.find(ticket.reference()).orElseThrow());
        reads.put("findAll", () -> storage.tickets().findAll(tenant, List.of(ticket.id())));
        reads.put("list", () -> desk.list(TicketQuery.all()));
        reads.put("search", () -> desk.list(TicketQuery.builder().text("other").build()));
        reads.put("csv", () -> desk.writeCsv(TicketQuery.all(), new StringBuilder()));
        reads.put("contacts", () -> desk.contacts(TicketQuery.all()));
        reads.put("report", () -> desk.statistics()
                .report(StatisticsQuery.builder().allTime().build()));
        reads.put("verify", () -> desk.statistics().verify());
        reads.put("why", () -> desk.why(events.get(0).id()));
        reads.put("statuses", () -> desk.catalogue().statuses().entries());
        reads.put("priorities", () -> desk.catalogue().priorities());
        reads.put(
                "open",
                () -> desk.open(OpenTicket.builder()
                        .title("New")
                        .contact(Contact.of("c", "C"))
                        .build()));
        return reads;
    }

    @Test
    void whatANewerVersionWroteIsReadOrNamed() throws Exception {
        for (Map.Entry<String, Newer> column : COLUMNS.entrySet()) {
            live();
            boolean rolledUp = column.getKey().startsWith("ticket_rollup");
            if (rolledUp) {
                rollUp();
            }
            assertThat(write(column.getKey(), column.getValue().sql()))
                    .as(column.getKey())
                    .isPositive();
            for (Map.Entry<String, Callable<Object>> read : reads().entrySet()) {
                String what = column.getKey() + " = " + column.getValue().sql() + ": " + read.getKey();
                Throwable thrown = catchThrowable(() -> read.getValue().call());
                if (column.getValue().readable() || neverStandsStill(read.getKey())) {
                    assertThat(thrown).as(what).isNull();
                } else if (thrown != null) {
                    assertNamed(what, column.getKey(), thrown);
                }
            }
            assertThat(desk.changesSince(null, 100).events())
                    .extracting(TicketEvent::id)
                    .startsWith(events.stream().map(TicketEvent::id).toArray(java.util.UUID[]::new));
        }
    }

    private static boolean neverStandsStill(String read) {
        return Set.of("feed", "between", "statuses", "priorities", "open").contains(read);
    }

    private void assertNamed(String what, String column, Throwable thrown) {
        assertThat(thrown).as(what).isInstanceOf(UnreadableException.class);
        UnreadableException unreadable = (UnreadableException) thrown;
        assertThat(unreadable).as(what).hasMessageContaining("update this node");
        assertThat(unreadable.row()).as(what).isNotBlank();
        if (column.startsWith("ticket.")
                && what.matches(".*: (find|list|search|reference|csv|findAll|history|notes)")) {
            assertThat(unreadable.row()).as(what).contains(ticket.id().toString());
            assertThat(unreadable.version()).as(what).isEqualTo(ticket.version());
        }
    }

    @Test
    @Tag("B4")
    void aTicketThatCannotBeReadHoldsUpNoOtherDelivery() throws Exception {
        live();
        write("ticket.priority", "9");
        Ticket other = desk.open(OpenTicket.builder()
                        .title("Readable")
                        .contact(Contact.of("c", "C"))
                        .build())
                .ticket();
        EventConsumer consumer = mock();
        when(consumer.name()).thenReturn("newer");
        when(consumer.handle(any())).thenReturn(DeliveryResult.DELIVERED);

        TicketDesk.builder()
                .storage(storage)
                .consumer(consumer)
                .delivery(DeliveryOptions.builder().maxAttempts(1).build())
                .automations(false)
                .build()
                .drain();

        ArgumentCaptor<DeliveredEvent> told = ArgumentCaptor.captor();
        verify(consumer).handle(told.capture());
        assertThat(told.getValue().ticket().id()).isEqualTo(other.id());
        assertThat(storage.deliveries().kept().parked(tenant, 10)).isNotEmpty().allSatisfy(parked -> {
            assertThat(parked.ticketId()).isEqualTo(ticket.id());
            assertThat(parked.cause()).contains(ticket.id().toString(), "update this node");
        });
    }

    @Test
    void theUnknownIsShownAndStaysWhatItWas() throws Exception {
        live();
        write("ticket_event.kind", "'SPLIT'");
        write("ticket_event.actor_kind", "'ROBOT'");
        write("ticket_event.change_keys", "ARRAY['MERGED:x', 'TITLE:y', 'ATTRIBUTE']");
        write("ticket_event.note_visibility", "'PARTNERS'");
        write("ticket.origin", "'TELEPATHY'");

        TicketEvent noted = storage.events().history(tenant, ticket.id(), 2, 1).get(0);
        assertThat(noted.kind()).isEqualTo(EventKind.UNKNOWN);
        assertThat(noted.actor()).isEqualTo(new Actor(ActorKind.UNKNOWN, "olga", "Olga"));
        assertThat(noted.note().visibility()).isEqualTo(NoteVisibility.INTERNAL);
        assertThat(noted.changes())
                .allSatisfy(change -> assertThat(change.field()).isEqualTo(TicketField.UNKNOWN))
                .extracting(change -> change.key())
                .containsExactly("MERGED:x", "TITLE:y", "ATTRIBUTE");
        assertThat(desk.find(ticket.id()).orElseThrow().origin()).isEqualTo(Origin.UNKNOWN);

        desk.ticket(ticket.id()).change(ChangeTicket.builder().title("Newest").build());
        desk.erase("c");
        assertThat(values("ticket.origin")).containsExactly("TELEPATHY");
        assertThat(values("ticket_event.kind")).contains("SPLIT");
        assertThat(values("ticket_event.actor_kind")).contains("ROBOT");
    }

    /** A column that gets words of a closed set some day is found here. */
    @Test
    void everyColumnWithWordsOfAClosedSetIsAmongThem() throws SQLException {
        new WorkoutOfPorts(storage).run();
        live();
        Set<String> found = new TreeSet<>();
        for (String column : textColumns()) {
            List<String> values = allValues(column);
            boolean words =
                    !values.isEmpty() && values.stream().allMatch(value -> value.matches("[A-Z][A-Z_]{2,}(:.*)?"));
            if (words) {
                found.add(column);
            }
        }
        assertThat(found).contains("ticket_event.kind", "ticket.origin").isSubsetOf(COLUMNS.keySet());
    }

    private void rollUp() {
        int left;
        do {
            left = storage.maintenance().run(1_000);
        } while (left > 0);
    }

    private int write(String column, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String table = column.substring(0, column.indexOf('.'));
            String name = column.substring(column.indexOf('.') + 1);
            String where =
                    name.equals("note_visibility") || name.startsWith("cause_") ? " AND " + name + " IS NOT NULL" : "";
            String value = name.endsWith("s") && sql.startsWith("ARRAY") && dialect == SqlDialect.POSTGRESQL
                    ? "CAST(" + sql + " AS text[])"
                    : sql;
            return statement.executeUpdate("UPDATE " + table + " SET " + name + " = " + value + " WHERE tenant_id = '"
                    + tenant.value() + "'" + where);
        }
    }

    private Set<String> values(String column) throws SQLException {
        return new TreeSet<>(select(column, " WHERE tenant_id = '" + tenant.value() + "'"));
    }

    private List<String> allValues(String column) throws SQLException {
        return select(column, "");
    }

    private List<String> select(String column, String where) throws SQLException {
        String table = column.substring(0, column.indexOf('.'));
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT " + column.substring(table.length() + 1) + " FROM " + table + where)) {
            while (rows.next()) {
                Object value = rows.getObject(1);
                if (value instanceof Array array) {
                    Arrays.stream((Object[]) array.getArray())
                            .map(String::valueOf)
                            .forEach(values::add);
                } else if (value != null) {
                    values.add(String.valueOf(value));
                }
            }
        }
        return values;
    }

    private List<String> textColumns() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT table_name, column_name FROM information_schema.columns"
                                + " WHERE LOWER(table_schema) = 'public' AND LOWER(data_type) IN ('text', 'character varying', 'array')")) {
            while (rows.next()) {
                columns.add((rows.getString(1) + "." + rows.getString(2)).toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }
}
