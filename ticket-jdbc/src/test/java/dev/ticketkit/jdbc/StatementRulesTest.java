package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the contracts once more, looks at every statement, and refuses what a distributed PostgreSQL refuses. */
@Tag("F58")
class StatementRulesTest extends TicketStorageContract {
    private static final HikariDataSource DATABASE = TestDatabase.withTables(TestDatabase.postgres());
    private static final RecordingDataSource OWNED = new RecordingDataSource(DATABASE);
    private static final RecordingDataSource JOINED = new RecordingDataSource(DATABASE);
    private static final TicketStorage STORE = JdbcStorage.owning(OWNED.dataSource);
    private static final TicketStorage STEPS = new TransactionPerCall(JOINED.dataSource, JdbcOptions.defaults());

    private static final Pattern TABLE = Pattern.compile(
            "\\b(FROM|JOIN|INTO|UPDATE)\\s+(ticket(?:_event|_delta|_cell_period|_cell|_fold|_category|_status|_priority|_series|_delivery|_unindexed|_words|_automation_set|_automation|_firing|_run|_mail_switch|_notice)?)\\b(?:\\s+(?:AS\\s+)?([a-z]))?\\b");

    /** Leases use the database's time, alone or with a parameter added: never with a column, which Citus refuses. */
    private static final Pattern LEASE_TIME =
            Pattern.compile("(due_at <=|due_at >|due_at =|ended_at =) CURRENT_TIMESTAMP"
                    + "( \\+ CAST\\(\\? AS double precision\\) \\* INTERVAL '1 microsecond')?(?! *[-+*/])");

    /** The statements for all tenants each read one row of one table, without a lock. */
    private static final Pattern DUE_TENANT = Pattern.compile("SELECT d\\.tenant_id FROM ticket_(delivery|delta) d\\s+"
            + "WHERE d\\.tenant_id > \\?( AND [a-zA-Z_.'<= ]+)?\\s+ORDER BY [a-z_., ]+ LIMIT 1");

    private static final Pattern UNINDEXED_TENANT = Pattern.compile("SELECT u\\.tenant_id FROM ticket_unindexed u\\s+"
            + "WHERE u\\.tenant_id > \\? ORDER BY u\\.tenant_id LIMIT 1");

    @Override
    protected TicketStorage storage() {
        return STORE;
    }

    @AfterAll
    static void everyStatementObeysTheRules() {
        new WorkoutOfSteps().run(STEPS);
        List<String> seen = new ArrayList<>(OWNED.statements);
        seen.addAll(JOINED.statements);
        assertThat(seen).hasSizeGreaterThan(40);
        assertThat(seen).allSatisfy(sql -> assertThat(faults(sql)).as(sql).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM ticket t WHERE t.id = ?",
                "SELECT * FROM ticket t JOIN ticket_category c ON c.id = t.category_id WHERE t.tenant_id = ?",
                "SELECT * FROM ticket t WHERE t.tenant_id = ? AND lower(t.title) = ?",
                "SELECT * FROM ticket t WHERE t.tenant_id = ? OFFSET 10",
                "UPDATE ticket SET updated_at = clock_timestamp() WHERE tenant_id = ?",
                "MERGE INTO ticket USING x ON tenant_id = ?",
                "SELECT pg_advisory_lock(1), tenant_id FROM ticket t WHERE t.tenant_id = ?",
                "SELECT * FROM ticket t WHERE t.tenant_id = ? AND title LIKE ?",
                "UPDATE ticket SET updated_at = CURRENT_TIMESTAMP WHERE tenant_id = ?",
                "UPDATE ticket_delivery SET due_at = CURRENT_TIMESTAMP + attempts * INTERVAL '1 s' WHERE tenant_id = ?",
                "DELETE FROM ticket_run r WHERE r.tenant_id = ? AND r.event_id IN (SELECT f.id FROM ticket_firing f)",
                "UPDATE ticket_notice SET noticed_at = CURRENT_TIMESTAMP WHERE tenant_id = ?",
                "SELECT m.operator_id FROM ticket_mail_switch m",
                "SELECT d.event_id FROM ticket_delivery d WHERE d.due_at <= CURRENT_TIMESTAMP FOR UPDATE SKIP LOCKED",
                "SELECT d.tenant_id FROM ticket_delivery d WHERE d.tenant_id > ? ORDER BY d.tenant_id LIMIT 1 FOR UPDATE"
            })
    void theRulesAreSharp(String sql) {
        assertThat(faults(sql)).isNotEmpty();
    }

    @Test
    void aStatementOfTheStorePasses() {
        assertThat(faults("SELECT t.id FROM ticket t WHERE t.tenant_id = ? AND t.id = ?"))
                .isEmpty();
    }

    private static List<String> faults(String sql) {
        List<String> faults = new ArrayList<>();
        String lower = sql.toLowerCase(Locale.ROOT);
        if (lower.contains("ticket_schema")) {
            return faults;
        }
        for (String word : Arrays.asList(
                "merge ",
                "advisory",
                "lower(",
                "upper(",
                " offset ",
                "clock_timestamp",
                "random()",
                "now()",
                " like ",
                "ilike",
                "deferr",
                "trigger",
                "rollup")) {
            if (lower.contains(word)) {
                faults.add(word);
            }
        }
        if (!sql.startsWith("INSERT INTO ticket_delivery")
                && LEASE_TIME.matcher(sql).replaceAll("").contains("CURRENT_TIMESTAMP")) {
            faults.add("the database's time for anything but leases");
        }
        if (!DUE_TENANT.matcher(sql).matches() && !UNINDEXED_TENANT.matcher(sql).matches()) {
            faults.addAll(tablesWithoutTenant(sql));
        }
        return faults;
    }

    /** Every table that is read or changed is tied to the tenant, by its alias where it has one. */
    private static List<String> tablesWithoutTenant(String sql) {
        List<String> faults = new ArrayList<>();
        Matcher table = TABLE.matcher(sql);
        while (table.find()) {
            String alias = table.group(3);
            boolean tied = (alias == null || table.group(1).equals("INTO"))
                    ? sql.contains("tenant_id")
                    : Pattern.compile("\\b" + alias + "\\.tenant_id =|= " + alias + "\\.tenant_id\\b")
                            .matcher(sql)
                            .find();
            if (!tied) {
                faults.add(table.group());
            }
        }
        return faults;
    }
}
