package dev.ticketkit.jdbc;

/** The databases the store speaks to. Found from the connection; a host names one only to ask for scripts. */
public enum SqlDialect {
    /** PostgreSQL 14 or later. */
    POSTGRESQL,
    /** H2 2.3 or later, in any mode. */
    H2
}
