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

/** The whole library as a host would use it, in a schema of the benchmarks. */
public final class OurDesk {
    /** The one tenant. */
    public static final TenantId TENANT = new TenantId("bench");

    /** Who does everything, on both sides. */
    public static final Actor ACTOR = Actor.operator("anna", "Anna Rossi");

    /** What stays when a round begins: the history of the schema and its secret. */
    private static final String[] KEPT = {"ticket_schema", "ticket_key"};

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

    /** Throws unless each acknowledged ticket is there, with its event. */
    public void requireTickets(long acknowledged) {
        require("ticket", acknowledged);
        require("ticket_event", acknowledged);
        require("ticket_delivery", acknowledged);
    }

    private void require(String table, long acknowledged) {
        long rows = schema.number("SELECT count(*) FROM " + table);
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
