package dev.ticketkit.spring.host;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.TicketSchema;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import jakarta.validation.Validator;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Has Hibernate ORM and makes its desk itself; loaded by a loader that has what the host has. */
public final class JpaHost {
    private JpaHost() {}

    /**
     * Starts and opens a ticket.
     *
     * @param validationMode as {@code jakarta.persistence.validation.mode} has it
     * @param validates whether the desk gets a validator of the host's
     * @return the ticket's reference, or why the host did not start
     */
    public static String start(String validationMode, boolean validates) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:jpa;DB_CLOSE_DELAY=-1");
        Configuration jpa = new Configuration();
        jpa.getProperties().put("hibernate.connection.datasource", database);
        jpa.setProperty("jakarta.persistence.validation.mode", validationMode);
        try {
            SessionFactory started = jpa.buildSessionFactory();
            String reference = opened(database, validates);
            started.close();
            return reference;
        } catch (HibernateException e) {
            return root(e);
        }
    }

    private static String opened(DataSource database, boolean validates) {
        TicketSchema.create(database);
        TicketDeskBuilder builder = TicketDesk.builder().storage(JdbcStorage.owning(database));
        if (validates) {
            builder.validator(validator());
        }
        return builder.build()
                .as("acme", Actor.operator("olga", "Olga"))
                .open(OpenTicket.builder()
                        .title("Late")
                        .contact(Contact.of("c-17", "Carla"))
                        .build())
                .ticket()
                .reference()
                .value();
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !String.valueOf(root.getMessage()).startsWith("HV")) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    /** Finds nothing wrong. */
    private static Validator validator() {
        return (Validator) Proxy.newProxyInstance(
                JpaHost.class.getClassLoader(),
                new Class<?>[] {Validator.class},
                (proxy, method, arguments) -> method.getName().equals("validate") ? Set.of() : null);
    }
}
