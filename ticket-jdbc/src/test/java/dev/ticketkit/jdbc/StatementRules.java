package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a distributed PostgreSQL refuses in a statement. */
final class StatementRules {
    private static final Pattern TABLE = Pattern.compile(
            "\\b(FROM|JOIN|INTO|UPDATE)\\s+(ticket(?:_event|_delta|_cell_period|_cell|_fold|_feed_tail|_feed_end|_feed|_category|_status|_priority|_series|_delivery|_unindexed|_words|_automation_set|_automation|_firing|_run|_mail_switch|_notice)?)\\b(?:\\s+(?:AS\\s+)?([a-z]))?\\b");

    /** Leases use the database's time, alone or with a parameter added: never with a column, which Citus refuses. */
    private static final Pattern LEASE_TIME =
            Pattern.compile("(due_at <=|due_at >|due_at =|ended_at =) CURRENT_TIMESTAMP"
                    + "( \\+ CAST\\(\\? AS double precision\\) \\* INTERVAL '1 microsecond')?(?! *[-+*/])");

    /** The statements for all tenants each read one row of one table, without a lock. */
    private static final Pattern DUE_TENANT =
            Pattern.compile("SELECT d\\.tenant_id FROM ticket_(delivery|delta|feed_tail) d\\s+"
                    + "WHERE d\\.tenant_id > \\?( AND [a-zA-Z_.'<>=()?, ]+)?\\s+ORDER BY [a-z_., ]+ LIMIT 1");

    private static final Pattern UNINDEXED_TENANT = Pattern.compile("SELECT u\\.tenant_id FROM ticket_unindexed u\\s+"
            + "WHERE u\\.tenant_id > \\? ORDER BY u\\.tenant_id LIMIT 1");

    private static final Pattern OF_CONSUMERS = Pattern.compile(
            "^(INSERT INTO|UPDATE) ticket_consumer |^SELECT [^()]* FROM ticket_consumer c ORDER BY c.name$");

    private StatementRules() {}

    /** Every one of them, and there are as many as a store of everything sends. */
    static void assertObeyed(Set<String> statements) {
        assertThat(statements).hasSizeGreaterThan(40);
        assertThat(statements).allSatisfy(sql -> assertThat(faults(sql)).as(sql).isEmpty());
    }

    static List<String> faults(String sql) {
        List<String> faults = new ArrayList<>();
        String lower = sql.toLowerCase(Locale.ROOT);
        // Whole on every node.
        if (lower.contains("ticket_schema") || OF_CONSUMERS.matcher(sql).find()) {
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

    /** What works on one server, but not, or slowly, or with less effect, where Citus keeps the tables. */
    static List<String> faultsOnCitus(String sql) {
        List<String> faults = new ArrayList<>();
        if (sql.startsWith("WITH") && sql.contains("INSERT INTO")) {
            faults.add("an insert in a part of a statement");
        }
        if (sql.contains("lock_timeout")) {
            faults.add("a setting that workers do not get");
        }
        if (sql.contains("synchronous_commit")) {
            faults.add("a setting of the coordinator");
        }
        if (sql.contains("ctid")) {
            faults.add("a place in a table that is in parts");
        }
        if (sql.contains("others AS")) {
            faults.add("other tenants' rows");
        }
        if (sql.contains("pg_class")) {
            faults.add("the coordinator's catalog");
        }
        if (sql.contains(" JOIN ") && hasClosedSubquery(sql)) {
            faults.addAll(tablesWithoutParameter(sql));
        }
        return faults;
    }

    /** Whether a query in brackets is cut off or grouped: nothing that is said outside it is known inside, nor the other way round. */
    private static boolean hasClosedSubquery(String sql) {
        int depth = 0;
        Matcher place = Pattern.compile("[()]|\\b(?:LIMIT|GROUP BY)\\b").matcher(sql);
        while (place.find()) {
            switch (place.group()) {
                case "(" -> depth++;
                case ")" -> depth--;
                default -> {
                    if (depth > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Beside such a query a table that is tied to the tenant by another's column alone is read of all tenants, on all nodes. */
    private static List<String> tablesWithoutParameter(String sql) {
        List<String> faults = new ArrayList<>();
        Matcher table = TABLE.matcher(sql);
        while (table.find()) {
            String tenant = table.group(3) == null ? "\\btenant_id" : "\\b" + table.group(3) + "\\.tenant_id";
            boolean named = Pattern.compile(tenant + " = \\?|\\? = " + tenant)
                    .matcher(sql)
                    .find();
            if (!named) {
                faults.add("no parameter for the tenant of " + table.group());
            }
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
