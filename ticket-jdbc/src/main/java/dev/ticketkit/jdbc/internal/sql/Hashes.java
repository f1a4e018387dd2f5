package dev.ticketkit.jdbc.internal.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 of texts. */
public final class Hashes {
    private static final int TERM_BYTES = 16;

    private Hashes() {}

    static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** A short stand-in for a text of any length: PostgreSQL cannot index long ones. */
    public static String term(String text) {
        return HexFormat.of().formatHex(Arrays.copyOf(of(text), TERM_BYTES));
    }
}
