package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.LikeCitus;
import dev.ticketkit.jdbc.fixture.NamedTables;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.ExecutedDataSource;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables that Citus keeps are made so by the shipped statements, and found out by the store. */
@Tag("F58")
class CitusTest {
    private static final Pattern CREATED = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?([a-z_.0-9]+) \\(");
    private static final Pattern UNIQUE =
            Pattern.compile("(?:PRIMARY KEY|UNIQUE|UNIQUE INDEX \\S+ ON \\S+) \\(([a-z_, ]+)\\)");
    private static final Pattern SPREAD =
            Pattern.compile("SELECT create_(distributed|reference)_table\\('([a-z_.0-9]+)'"
                    + "(, 'tenant_id'(?:, colocate_with => 'desk_1.tk_ticket_event')?)?\\)");
    private static final Set<String> OF_NO_TENANT =
            Set.of("desk_1.tk_ticket_key", "desk_1.tk_ticket_schema", "desk_1.tk_ticket_consumer");

    private final HikariDataSource database = TestDatabase.postgres();
    private final ExecutedDataSource executed = new ExecutedDataSource(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyTableOfTheScriptsIsDistributedOnce() {
        List<String> distributed = new ArrayList<>();
        List<String> references = new ArrayList<>();
        for (String statement : TicketSchema.distribution(NamedTables.OPTIONS)) {
            Matcher spread = SPREAD.matcher(statement);
            assertThat(spread.matches()).as(statement).isTrue();
            boolean byTenant = spread.group(3) != null;
            assertThat(spread.group(1)).isEqualTo(byTenant ? "distributed" : "reference");
            (byTenant ? distributed : references).add(spread.group(2));
        }

        assertThat(references).containsExactlyInAnyOrderElementsOf(OF_NO_TENANT);
        Set<String> rest = new TreeSet<>(created());
        rest.removeAll(OF_NO_TENANT);
        assertThat(distributed).containsExactlyInAnyOrderElementsOf(rest).hasSizeGreaterThan(15);
    }

    @Test
    void everyUniqueKeyOfADistributedTableHasTheTenant() {
        List<String> keys = new ArrayList<>();
        Matcher unique = UNIQUE.matcher(script());
        while (unique.find()) {
            keys.add(unique.group(1));
        }
        assertThat(keys).hasSizeGreaterThan(20);
        keys.removeAll(List.of("id", "version", "name"));
        assertThat(keys).allSatisfy(key -> assertThat(key).contains("tenant_id"));
    }

    @Test
    void findsOutOnceThatCitusKeepsTheTables() throws SQLException {
        LikeCitus.install(database);
        TicketSchema.create(database, NamedTables.OPTIONS);
        LikeCitus.distribute(database, NamedTables.OPTIONS);
        TicketStorage store = JdbcStorage.owning(executed.dataSource, NamedTables.OPTIONS);

        open(store);
        open(store);

        assertThat(executed.statements)
                .filteredOn(sql -> sql.contains("pg_extension"))
                .hasSize(1);
        assertThat(executed.statements)
                .filteredOn(sql -> sql.contains("pg_dist_partition"))
                .hasSize(1);
        assertThat(executed.statements).noneMatch(sql -> sql.startsWith("WITH"));
        assertThat(executed.statements).filteredOn(sql -> sql.equals("COMMIT")).hasSize(2);
    }

    @Test
    void plainTablesBesideCitusAreWrittenByOneStatement() throws SQLException {
        LikeCitus.install(database);
        TicketSchema.create(database);

        open(JdbcStorage.owning(executed.dataSource));

        assertThat(executed.statements).anyMatch(sql -> sql.startsWith("WITH")).doesNotContain("COMMIT");
    }

    @Test
    void withoutTheExtensionItsCatalogIsNotAskedFor() {
        TicketSchema.create(database);

        open(JdbcStorage.owning(executed.dataSource));

        assertThat(executed.statements)
                .anyMatch(sql -> sql.startsWith("WITH"))
                .noneMatch(sql -> sql.contains("pg_dist_partition"));
    }

    @Test
    void changesOfOneImportAreStoredTenantByTenant() throws SQLException {
        LikeCitus.install(database);
        TicketSchema.create(database);
        LikeCitus.distribute(database, JdbcOptions.defaults());
        TicketFixtures one = TicketFixtures.ofNewTenant();
        TicketFixtures two = TicketFixtures.ofNewTenant();

        JdbcStorage.owning(executed.dataSource)
                .tickets()
                .commitAll(List.of(
                        one.opening(one.ticket().build()),
                        one.opening(one.ticket().build()),
                        two.opening(two.ticket().build())));

        assertThat(executed.statements).filteredOn(sql -> sql.equals("COMMIT")).hasSize(2);
    }

    private static void open(TicketStorage store) {
        TicketFixtures make = TicketFixtures.ofNewTenant();
        store.tickets().commit(make.opening(make.ticket().build()));
    }

    private static Set<String> created() {
        Set<String> tables = new TreeSet<>();
        Matcher created = CREATED.matcher(script());
        while (created.find()) {
            tables.add(created.group(1));
        }
        return tables;
    }

    private static String script() {
        StringBuilder all = new StringBuilder();
        TicketSchema.scripts(SqlDialect.POSTGRESQL, NamedTables.OPTIONS).forEach(each -> all.append(each.sql()));
        return all.toString();
    }
}
