package dev.ticketkit.samples.quickstart;

import dev.ticketkit.core.Desk;
import dev.ticketkit.jdbc.Store;
import dev.ticketkit.testkit.DeskContract;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Holds the build open until the real demo arrives. */
public final class Demo {

    private Demo() {}

    public static void main(String[] args) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            System.out.printf(
                    "%s runs on %s beside %s%n",
                    Desk.open(null).name(), Store.of(connection).name(), DeskContract.class.getSimpleName());
        }
    }
}
