package dev.ticketkit.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the statements of a transaction wait for each lock, on PostgreSQL. */
public final class PostgresLockLimit {
    private static final Pattern SETTING = Pattern.compile("(\\d+)(ms|s|min|h|d)?");

    /** Reads the limit before it sets another one. */
    private static final String POSTGRES_SET = """
            WITH before AS MATERIALIZED (SELECT current_setting('lock_timeout') AS setting)
            SELECT b.setting, set_config('lock_timeout', ?, true) AS now FROM before b""";

    private PostgresLockLimit() {}

    /**
     * Until the transaction ends.
     *
     * @return what it was
     */
    static String set(Connection connection, String before, long millis) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(before + POSTGRES_SET)) {
            statement.setString(1, millis + "ms");
            boolean rows = statement.execute();
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString("setting");
            }
        }
    }

    /** A setting of PostgreSQL in milliseconds; 0 for none. */
    public static long millis(String setting) {
        Matcher parts = SETTING.matcher(setting);
        if (!parts.matches()) {
            return 0;
        }
        String unit = parts.group(2) == null ? "ms" : parts.group(2);
        return Long.parseLong(parts.group(1))
                * switch (unit) {
                    case "s" -> 1_000L;
                    case "min" -> 60_000L;
                    case "h" -> 3_600_000L;
                    case "d" -> 86_400_000L;
                    default -> 1L;
                };
    }
}
