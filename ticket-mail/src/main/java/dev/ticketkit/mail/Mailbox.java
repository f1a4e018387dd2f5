package dev.ticketkit.mail;

import org.jspecify.annotations.Nullable;

/** An address that was read, and the name to show with it. */
record Mailbox(String address, String name) {
    private static final int MAX_NAME = 128;

    /** A mailbox, or null when the text is not one address. */
    static @Nullable Mailbox of(@Nullable String address, @Nullable String name) {
        String read = MailAddress.parse(address);
        return read == null ? null : new Mailbox(read, name == null ? "" : HeaderText.clean(name, MAX_NAME));
    }

    /** The value of a From or To header. */
    String header() {
        return name.isEmpty() ? address : HeaderText.phrase(name) + "\r\n <" + address + ">";
    }

    /** What follows the at. */
    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
