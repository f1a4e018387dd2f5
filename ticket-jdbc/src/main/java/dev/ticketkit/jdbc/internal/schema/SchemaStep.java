package dev.ticketkit.jdbc.internal.schema;

/**
 * One step of the schema, with the host's names in it.
 *
 * @param version its number; steps are applied in this order
 * @param name its file name in the jar
 * @param sql the statements, each ended by a semicolon at the end of a line; the last one records the step
 * @param checksum SHA-256 of the step as it is in the jar, in hexadecimal
 */
public record SchemaStep(int version, String name, String sql, String checksum) {}
