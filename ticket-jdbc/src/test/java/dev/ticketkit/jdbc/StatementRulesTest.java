package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a distributed PostgreSQL refuses is found in a statement; the contracts look at each that a store sends. */
@Tag("F58")
class StatementRulesTest {
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
        assertThat(StatementRules.faults(sql)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM (SELECT t.* FROM ticket t WHERE t.tenant_id = ? LIMIT 9) t"
                        + " LEFT JOIN ticket_category c ON c.tenant_id = t.tenant_id",
                "SELECT * FROM (SELECT t.tenant_id FROM ticket t WHERE t.tenant_id = ? GROUP BY t.tenant_id) g"
                        + " LEFT JOIN ticket_category c ON c.tenant_id = g.tenant_id",
                "SELECT * FROM ticket t JOIN (SELECT e.* FROM ticket_event e WHERE e.tenant_id = ? LIMIT 9) e"
                        + " ON t.tenant_id = e.tenant_id"
            })
    void besideALimitedQueryEachTableNamesItsTenant(String sql) {
        assertThat(StatementRules.faults(sql)).isEmpty();
        assertThat(StatementRules.faultsOnCitus(sql)).hasSize(1);
        assertThat(StatementRules.faultsOnCitus(sql.replaceAll("= [a-z].tenant_id", "= ?")))
                .isEmpty();
    }

    @Test
    void aStatementOfTheStorePasses() {
        assertThat(StatementRules.faults("SELECT t.id FROM ticket t WHERE t.tenant_id = ? AND t.id = ?"))
                .isEmpty();
    }
}
