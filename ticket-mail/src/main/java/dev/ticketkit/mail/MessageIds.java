package dev.ticketkit.mail;

import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Recipient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of mails that are the same whenever and wherever they are made: a mail sent twice is recognised as one. */
final class MessageIds {
    private final String domain;

    MessageIds(String domain) {
        this.domain = domain;
    }

    /** The mail about one event to one recipient; the template tells two messages about one event apart. */
    String of(Notification notification) {
        return "<" + notification.id() + "." + fingerprint(notification) + "@" + domain + ">";
    }

    /** What all mails about one ticket answer to. No mail has this name: it holds the thread together. */
    String thread(Notification notification) {
        return "<ticket." + notification.ticket().id() + "@" + domain + ">";
    }

    private static String fingerprint(Notification notification) {
        Recipient recipient = notification.recipient();
        String key = notification.templateKey() == null ? "" : notification.templateKey();
        String text = recipient.kind() + "\n" + recipient.id().length() + "\n" + recipient.id() + key;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
