package dev.ticketkit.samples.helpdesk.team;

import dev.ticketkit.spi.model.Contact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people who write to this desk. A ticket keeps a snapshot of one. */
@Component
public class Customers {
    private final JdbcClient database;

    Customers(JdbcClient database) {
        this.database = database;
    }

    /** All of them by name. */
    public List<Contact> all() {
        return database.sql("select * from customer order by name, id")
                .query(Customers::contact)
                .list();
    }

    /** One by id. */
    public Optional<Contact> find(String id) {
        return database.sql("select * from customer where id = ?")
                .param(id)
                .query(Customers::contact)
                .optional();
    }

    /** Remembers somebody who is new. */
    public void add(Contact contact) {
        database.sql("insert into customer (id, name, phone, email, language) values (?, ?, ?, ?, ?)")
                .param(contact.id())
                .param(contact.name())
                .param(contact.phone())
                .param(contact.email())
                .param(contact.language())
                .update();
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getString("id"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("language"));
    }
}
