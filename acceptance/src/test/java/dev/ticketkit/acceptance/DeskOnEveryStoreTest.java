package dev.ticketkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.Desk;
import dev.ticketkit.jdbc.Store;
import dev.ticketkit.testkit.DeskContract;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DeskOnEveryStoreTest extends DeskContract {

    @Test
    void seesCoreAndStore() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThat(Store.of(connection)).isNotEqualTo(Desk.open(null));
        }
    }
}
