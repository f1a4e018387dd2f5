package dev.ticketkit.samples.helpdesk.chat;

import dev.ticketkit.samples.helpdesk.chat.Message.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said, as the host keeps it. */
@Component
public class Chats {
    private static final int LATEST = 100;

    private final JdbcClient database;

    Chats(JdbcClient database) {
        this.database = database;
    }

    /** The latest of one chat, in order. */
    public List<Message> of(String contactId) {
        return database.sql("""
                        select * from (
                            select * from chat_message where contact_id = ? order by sent_at desc, id desc limit ?
                        ) latest order by sent_at, id
                        """).params(contactId, LATEST).query(Chats::message).list();
    }

    /**
     * Keeps a message, once.
     *
     * @param key the id its sender gave it
     * @return false when it is there already
     */
    public boolean add(String contactId, Message message, String key) {
        int added = database.sql("""
                        insert into chat_message (id, contact_id, direction, author, body, sent_at, message_key)
                        select cast(? as uuid), cast(? as varchar(128)), cast(? as varchar(10)), cast(? as varchar(256)),
                            cast(? as varchar(20000)), cast(? as timestamp(6) with time zone), cast(? as varchar(255))
                        where not exists (select 1 from chat_message where message_key = ?)
                        """)
                .params(UUID.randomUUID(), contactId, message.direction().name(), message.author(), message.body())
                .params(OffsetDateTime.ofInstant(message.at(), ZoneOffset.UTC), key, key)
                .update();
        return added > 0;
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                Direction.valueOf(row.getString("direction")),
                row.getString("author"),
                row.getString("body"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }
}
