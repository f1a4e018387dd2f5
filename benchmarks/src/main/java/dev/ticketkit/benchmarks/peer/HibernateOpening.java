package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.Work;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;

/** Opens a ticket with Hibernate on the same tables: six entities with ids of their own in one transaction. */
public final class HibernateOpening implements Work, AutoCloseable {
    private final OurDesk tables;
    private final SessionFactory sessions;

    /** Maps the tables of the desk. */
    public HibernateOpening(OurDesk tables) {
        this.tables = tables;
        Configuration configuration = new Configuration()
                .addAnnotatedClass(TicketEntity.class)
                .addAnnotatedClass(EventEntity.class)
                .addAnnotatedClass(DeltaEntity.class)
                .addAnnotatedClass(UnindexedEntity.class)
                .addAnnotatedClass(FeedEntity.class)
                .addAnnotatedClass(DeliveryEntity.class);
        configuration
                .getProperties()
                .put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, tables.schema().pool());
        // The desk's own provider is on the class path without the expression language that Hibernate would want.
        configuration.setProperty(AvailableSettings.JAKARTA_VALIDATION_MODE, "none");
        sessions = configuration.buildSessionFactory();
    }

    @Override
    public void prepare(int callers) {
        tables.begin();
    }

    @Override
    public Call caller(int number) {
        Numbers numbers = new Numbers(number);
        return () -> {
            PlainTicket ticket = PlainTicket.of(numbers.next());
            sessions.inTransaction(session -> {
                session.persist(new TicketEntity(ticket));
                session.persist(new EventEntity(ticket));
                session.persist(new DeltaEntity(ticket));
                session.persist(new UnindexedEntity(ticket));
                session.persist(new FeedEntity(ticket));
                session.persist(new DeliveryEntity(ticket));
            });
        };
    }

    @Override
    public void check(long acknowledged) {
        tables.requireTickets(acknowledged);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
