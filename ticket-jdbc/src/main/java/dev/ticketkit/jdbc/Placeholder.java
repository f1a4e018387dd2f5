package dev.ticketkit.jdbc;

final class Placeholder {
    private Placeholder() {}
}
