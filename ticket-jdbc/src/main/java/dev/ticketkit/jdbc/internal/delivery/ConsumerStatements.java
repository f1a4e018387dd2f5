package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;

/** The statements about consumers. Their table is about no tenant: Citus keeps it whole on every node. */
final class ConsumerStatements {
    private static final String OF_CONSUMER = """
            (%1$s.consumer = :consumer OR (%1$s.consumer >= :receivers AND %1$s.consumer < :beyond))""";

    final SqlText all;
    final SqlText renew;
    final SqlText add;
    final SqlText retire;

    /** A tenant of which something is left to a consumer, the next one in the order of their names. */
    final SqlText leftTenant;

    /** A tenant of which something waits or is parked for a consumer, the next one in the order of their names. */
    final SqlText unfinishedTenant;

    /** Gives up what waits or is parked for a consumer and its receivers, of one tenant. */
    final SqlText cancel;

    final SqlText pending;

    ConsumerStatements(TableNames names) {
        all = names.sql("SELECT c.name, c.seen_at, c.revision, c.retired, CURRENT_TIMESTAMP AS now_at"
                + " FROM {ticket_consumer} c ORDER BY c.name");
        renew = names.sql("""
                UPDATE {ticket_consumer} SET seen_at = CURRENT_TIMESTAMP, retired = FALSE,
                  revision = revision + CASE WHEN retired THEN 1 ELSE 0 END
                WHERE name = :consumer""");
        add = names.insert("INSERT INTO {ticket_consumer} (name) VALUES (:consumer)");
        retire = names.sql("""
                UPDATE {ticket_consumer} SET retired = TRUE, revision = revision + 1 WHERE name = :consumer AND NOT retired""");
        leftTenant = names.sql("""
                SELECT d.tenant_id FROM {ticket_delivery} d
                WHERE d.tenant_id > :after AND d.state = 'PENDING' AND d.left_to = :consumer ORDER BY d.tenant_id LIMIT 1""");
        unfinishedTenant = names.sql("""
                SELECT d.tenant_id FROM {ticket_delivery} d
                WHERE d.tenant_id > :after AND d.state IN ('PENDING', 'PARKED') AND %s ORDER BY d.tenant_id LIMIT 1""".formatted(OF_CONSUMER.formatted("d")));
        cancel = names.sql("""
                UPDATE {ticket_delivery} d SET state = 'CANCELLED', ended_at = CURRENT_TIMESTAMP, lease_owner = NULL,
                  cause = 'the consumer was retired'
                WHERE d.tenant_id = :tenant_id AND d.state IN ('PENDING', 'PARKED') AND %s""".formatted(OF_CONSUMER.formatted("d")));
        pending = names.sql("""
                SELECT d.consumer, COUNT(*) AS pending FROM {ticket_delivery} d
                WHERE d.tenant_id = :tenant_id AND d.state = 'PENDING' GROUP BY d.consumer""");
    }

    /** A consumer and all its receivers. */
    static Bindings bind(String consumer) {
        return new Bindings()
                .text("consumer", consumer)
                .text("receivers", consumer + ':')
                .text("beyond", consumer + (char) (':' + 1));
    }

    /** A consumer's name without a receiver. */
    static String base(String consumer) {
        int end = consumer.indexOf(':');
        return end < 0 ? consumer : consumer.substring(0, end);
    }
}
