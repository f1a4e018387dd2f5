package dev.ticketkit.samples.helpdesk.mailbox;

import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Notifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the operators' mail instead of sending it, so that a demo without a mail server shows it. */
final class Mailbox implements Notifier {
    private static final int LATEST = 100;

    private final JdbcClient database;
    private final Clock clock;

    Mailbox(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public DeliveryResult notify(Notification notification) {
        String id = notification.id() + "/" + notification.recipient().id();
        database.sql("delete from sent_mail where id = ?").param(id).update();
        database.sql(
                        "insert into sent_mail (id, operator_id, address, subject, body, sent_at) values (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(notification.recipient().id())
                .param(notification.recipient().email())
                .param(subject(notification))
                .param(notification.text())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return DeliveryResult.DELIVERED;
    }

    private static String subject(Notification notification) {
        return notification.ticket().reference() + ": " + notification.ticket().title();
    }

    /** The latest of one operator, or of all when the id is empty. */
    List<Mail> latest(String operatorId) {
        return database.sql("""
                        select * from sent_mail where ? = '' or operator_id = ? order by sent_at desc, id limit ?
                        """)
                .params(operatorId, operatorId, LATEST)
                .query(Mailbox::mail)
                .list();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getString("address"),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }
}
