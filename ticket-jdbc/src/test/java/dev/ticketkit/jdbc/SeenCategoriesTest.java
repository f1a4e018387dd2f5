package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Commits rely on categories they have seen; somebody may have emptied the table. */
class SeenCategoriesTest {
    private static final HikariDataSource DATABASE = TestDatabase.withTables(SqlDialect.POSTGRESQL);

    private final JdbcStorage store = JdbcStorage.owning(DATABASE);
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final Category category = make.category("Logistics");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void anOpeningMakesACategoryThatIsGoneAgain() throws SQLException {
        committed(opening(category));
        committed(opening(category));
        emptyCategories();

        committed(opening(category));

        assertThat(names()).containsExactly("Logistics");
    }

    @Test
    void aNumberedOpeningMakesACategoryThatIsGoneAgain() throws SQLException {
        committed(opening(category));
        emptyCategories();

        committed(make.numbered(make.ticket().category(category).build(), new ReferenceRequest("T-", "T-", 3), null));

        assertThat(names()).containsExactly("Logistics");
    }

    @Test
    void aChangeMakesACategoryThatIsGoneAgain() throws SQLException {
        TicketChange opening = opening(null);
        committed(opening);
        committed(opening(category));
        emptyCategories();

        committed(make.change(opening.after(), edit -> edit.category(category)));

        assertThat(names()).containsExactly("Logistics");
    }

    @Test
    void aBatchMakesCategoriesThatAreGoneAgain() throws SQLException {
        Category other = make.category("Returns");
        List.of(category, other).forEach(each -> committed(opening(each)));
        emptyCategories();

        List<CommitOutcome> outcomes =
                store.tickets().commitAll(List.of(opening(category), opening(other), opening(category)));

        assertThat(outcomes).extracting(CommitOutcome::kind).containsOnly(CommitOutcome.Kind.COMMITTED);
        assertThat(names()).containsExactlyInAnyOrder("Logistics", "Returns");
    }

    private TicketChange opening(@Nullable Category of) {
        return make.opening(make.ticket().category(of).build());
    }

    private void committed(TicketChange change) {
        assertThat(store.tickets().commit(change).kind()).isEqualTo(CommitOutcome.Kind.COMMITTED);
        Category expected = change.after().category();
        assertThat(store.tickets()
                        .find(make.tenant(), change.after().id())
                        .orElseThrow()
                        .category())
                .isEqualTo(expected);
    }

    private List<String> names() {
        return store.categories().categories(make.tenant()).stream()
                .map(CategoryEntry::category)
                .map(Category::name)
                .toList();
    }

    private static void emptyCategories() throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM ticket_category");
        }
    }
}
