package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.TicketSchema;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import java.util.List;

/** The whole library as a host would use it, in a schema of the benchmarks. */
public final class OurDesk {
    /** The one tenant. */
    public static final TenantId TENANT = new TenantId("bench");

    /** Who does everything, on both sides. */
    public static final Actor ACTOR = Actor.operator("anna", "Anna Rossi");

    /** What stays when a round begins: the history of the schema and its secret. */
    private static final String[] KEPT = {"ticket_schema", "ticket_key"};

    private static final int BEGUN = 300;
    private static final String NOTIFIED = """
            INSERT INTO ticket_delivery (tenant_id, event_id, consumer, ticket_id, version, state, ended_at)
            SELECT tenant_id, id, '*', ticket_id, version, 'DONE', now() FROM ticket_event""";

    private final Schema schema;
    private final JdbcStorage storage;
    private final Runnable afterCommit;

    private OurDesk(Schema schema, JdbcStorage storage, Runnable afterCommit) {
        this.schema = schema;
        this.storage = storage;
        this.afterCommit = afterCommit;
    }

    /** Makes the tables and the desk. */
    public static OurDesk in(Schema schema) {
        TicketSchema.create(schema.pool());
        return new OurDesk(schema, JdbcStorage.owning(schema.pool()), () -> {});
    }

    /** The same, which does something after each commit. */
    public OurDesk afterCommit(Runnable action) {
        return new OurDesk(schema, storage, action);
    }

    /** References that cannot be guessed: the quickest there are. */
    public ActorDesk withCodes() {
        return desk(ReferenceFormat.code("", 10));
    }

    /** Numbers without gaps. */
    public ActorDesk withNumbers() {
        return desk(ReferenceFormat.sequence("T-", 7));
    }

    /** The storage below. */
    public JdbcStorage storage() {
        return storage;
    }

    /** Where it is. */
    public Schema schema() {
        return schema;
    }

    /** Leaves nothing but the categories. */
    public void empty() {
        schema.empty(KEPT);
        schema.execute(Filling.CATEGORIES);
        schema.settle();
    }

    /**
     * Leaves a few hundred tickets of the past, brought in by the desk, about whom everybody was told, and has the planner know them: what
     * it believes of an empty table makes plans that no table in use has.
     */
    public void begin() {
        empty();
        long imported = withCodes().importTickets(Past.tickets(0, BEGUN)).imported();
        if (imported != BEGUN) {
            throw new IllegalStateException("only " + imported + " of " + BEGUN + " tickets of the past were imported");
        }
        schema.execute(NOTIFIED);
        schema.settle();
    }

    /** Throws unless so many tickets were written since {@link #begin}, whoever is told. */
    public void requireImported(long rows) {
        for (String table :
                List.of("ticket", "ticket_event", "ticket_delta", "ticket_unindexed", "ticket_unsequenced")) {
            requireRows(table, rows);
        }
    }

    /** Throws unless each ticket acknowledged since {@link #begin} is there, with its event. */
    public void requireTickets(long acknowledged) {
        requireImported(acknowledged);
        requireRows("ticket_delivery", acknowledged);
    }

    /** Throws unless a table has so many rows more than at {@link #begin}. */
    public void requireRows(String table, long acknowledged) {
        long rows = schema.number("SELECT count(*) FROM " + table) - BEGUN;
        if (rows != acknowledged) {
            throw new IllegalStateException(
                    acknowledged + " calls were acknowledged, but " + rows + " rows are in " + table);
        }
    }

    private ActorDesk desk(ReferenceFormat references) {
        TenantSettings settings = TenantSettings.defaults().withReferences(references);
        return TicketDesk.builder()
                .storage(storage)
                .tenants(tenant -> settings)
                .afterCommit(afterCommit)
                .build()
                .as(TENANT, ACTOR);
    }
}
