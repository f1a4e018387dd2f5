package dev.ticketkit.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Prepares statements on one connection. */
interface Statements {
    /** What is done with a statement. */
    interface Use<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    /** Does something with a statement of that text, which nobody may use afterwards. */
    <T> T with(String text, Use<T> use) throws SQLException;

    /** Each statement is prepared anew, unless the driver or the pool keeps it. */
    static Statements of(Connection connection) {
        return new Statements() {
            @Override
            public <T> T with(String text, Use<T> use) throws SQLException {
                try (PreparedStatement statement = connection.prepareStatement(text)) {
                    return use.run(statement);
                }
            }
        };
    }
}
