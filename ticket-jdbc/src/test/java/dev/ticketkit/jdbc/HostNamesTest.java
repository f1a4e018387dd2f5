package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.CalledPorts;
import dev.ticketkit.jdbc.fixture.LikeCitus;
import dev.ticketkit.jdbc.fixture.NamedTables;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.TransactionPerCall;
import dev.ticketkit.jdbc.fixture.WorkoutOfPorts;
import dev.ticketkit.jdbc.fixture.source.RecordingDataSource;
import dev.ticketkit.spi.storage.TicketStorage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A host's own names are in every statement that a store sends, in every form of commit; there is no table of the default names that one
 * which forgot them could find. What one call of each port does not send is sent by the contracts: {@link H2ContractTest} and
 * {@link PostgresJoiningContractTest} run all of them on such a host.
 */
class HostNamesTest {
    private static final JdbcOptions NAMES = NamedTables.OPTIONS;
    private static final Pattern TEXT = Pattern.compile("'[^']*'");

    /** Ways to connect and forms of commit. */
    @SuppressWarnings("ImmutableEnumChecker") // what makes a store has no state
    private enum Way {
        H2_OWNING(JdbcStorage::owning),
        H2_JOINING(TransactionPerCall::new),
        POSTGRES_OWNING(JdbcStorage::owning),
        POSTGRES_BATCH((source, names) -> BatchForms.amongOthers(source, NamedTables.names())),
        POSTGRES_JOINING(TransactionPerCall::new),
        CITUS_OWNING(JdbcStorage::owning);

        final BiFunction<DataSource, JdbcOptions, TicketStorage> store;

        Way(BiFunction<DataSource, JdbcOptions, TicketStorage> store) {
            this.store = store;
        }

        HikariDataSource database() throws SQLException {
            if (this == CITUS_OWNING) {
                return LikeCitus.withTables(NAMES);
            }
            HikariDataSource database = name().startsWith("H2") ? TestDatabase.h2() : TestDatabase.postgres();
            TicketSchema.create(database, NAMES);
            return database;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStatementNamesTheHostsTables(Way way) throws SQLException {
        try (HikariDataSource database = way.database()) {
            List<String> tables = tables(database);
            RecordingDataSource recorded = new RecordingDataSource(database);
            CalledPorts ports = new CalledPorts(way.store.apply(recorded.dataSource, NAMES));

            new WorkoutOfPorts(ports.storage).run();

            assertThat(ports.called).isEqualTo(CalledPorts.all());
            assertThat(tables).hasSizeGreaterThan(20).allMatch(table -> table.startsWith(NAMES.tablePrefix()));
            assertThat(recorded.statements).hasSizeGreaterThan(100);
            Pattern other = tableOfAnotherName(tables);
            assertThat(recorded.statements)
                    .filteredOn(sql -> other.matcher(withoutOurs(sql)).find())
                    .isEmpty();
        }
    }

    /** A text that people read may say ticket; a name that the database's catalog is asked for has no blank. */
    private static String withoutOurs(String sql) {
        return TEXT.matcher(sql)
                .replaceAll(text -> text.group().contains(" ") ? "text" : Matcher.quoteReplacement(text.group()))
                .replaceAll("\\b" + NAMES.schema() + "\\." + NAMES.tablePrefix() + "[a-z_]+", "ours");
    }

    /** A table without the schema, without the prefix, or without both. */
    private static Pattern tableOfAnotherName(List<String> tables) {
        String prefix = NAMES.tablePrefix();
        List<String> names =
                tables.stream().map(table -> table.substring(prefix.length())).toList();
        return Pattern.compile("\\b(" + prefix + ")?(" + String.join("|", names) + ")\\b");
    }

    private static List<String> tables(DataSource database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (table.contains("ticket")) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }
}
