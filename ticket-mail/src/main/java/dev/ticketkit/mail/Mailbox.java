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

    /** The value of a header such as From or To. */
    String header(String header) {
        return name.isEmpty() ? address : HeaderText.phrase(header, name) + "\r\n <" + address + ">";
    }

    /** What follows the at. */
    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Whether only a server that takes SMTPUTF8 can be given it: its domain is in ASCII always, what stands before it may not be. */
    boolean isInternational() {
        return address.chars().anyMatch(c -> c >= 0x80);
    }

    /**
     * Whether mail to both comes to one place. No server is known that takes capitals and small letters for different ones; beyond ASCII, a
     * dotless i has the capital of an i, and is another letter.
     */
    boolean isSameAddress(Mailbox other) {
        return isInternational() == other.isInternational() && address.equalsIgnoreCase(other.address);
    }
}
