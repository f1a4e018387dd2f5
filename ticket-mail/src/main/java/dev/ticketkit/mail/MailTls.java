package dev.ticketkit.mail;

/** How the connection to the mail server is protected. Where it is, the server must prove the name it was called by. */
public enum MailTls {
    /** Not at all: for a server on the same machine. Excludes credentials. Port 25 unless another is named. */
    NONE(25),
    /** Starts plain and must switch to TLS before anything is said; a server that does not offer it is refused. Port 587. */
    STARTTLS(587),
    /** TLS from the first byte. Port 465. */
    IMPLICIT(465);

    private final int port;

    MailTls(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }
}
