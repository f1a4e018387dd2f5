package dev.ticketkit.testkit.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.internal.Race;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sixty-four threads at a tenant's statuses and categories. */
public abstract class CatalogueRaceContract extends StorageContract {
    private static final int CATEGORIES = 8;

    /** For subclasses. */
    protected CatalogueRaceContract() {}

    @Test
    @Tag("R3")
    void onePositionGoesToOneStatus() {
        List<Boolean> saved = Race.run(n -> save("status-" + n, "Label " + n, 8));

        assertThat(saved).containsOnlyOnce(true);
        assertThat(storage().statuses().statuses(make.tenant())).hasSize(1);
    }

    @Test
    @Tag("R3")
    void oneLabelGoesToOneStatus() {
        List<String> spellings = List.of("Stra\u00DFe", "STRASSE", " strasse ");
        List<Boolean> saved = Race.run(n -> save("status-" + n, spellings.get(n % spellings.size()), 8 + n));

        assertThat(saved).containsOnlyOnce(true);
        assertThat(storage().statuses().statuses(make.tenant())).hasSize(1);
    }

    @Test
    @Tag("R3")
    void oneKeyAddedByAllIsAddedOnce() {
        List<Boolean> saved = Race.run(n -> save("later", "Later", 8));

        assertThat(saved).containsOnlyOnce(true);
        assertThat(storage().statuses().statuses(make.tenant())).hasSize(1);
    }

    @Test
    @Tag("R5")
    void oneNameGoesToOneCategory() {
        for (int i = 0; i < Race.THREADS; i++) {
            opened(make.ticket().category(make.category("Category " + i)));
        }
        List<Boolean> renamed =
                Race.run(n -> storage().categories().rename(make.tenant(), idOf("Category " + n), "Wanted"));

        assertThat(renamed).containsOnlyOnce(true);
        assertThat(storage().categories().categories(make.tenant()))
                .hasSize(Race.THREADS)
                .extracting(entry -> entry.category().name())
                .containsOnlyOnce("Wanted");
    }

    @Test
    @Tag("R5")
    void crossedMergesLoseNoTicketAndLeadNobodyInCircles() {
        for (int i = 0; i < CATEGORIES; i++) {
            opened(make.ticket().category(make.category("Category " + i)));
        }
        List<Boolean> merged = Race.run(n -> merge(n % CATEGORIES, (n * 3 + 1) % CATEGORIES));

        assertThat(merged).containsOnly(true);
        List<CategoryEntry> left = storage().categories().categories(make.tenant());
        assertThat(left).isNotEmpty();
        for (int i = 0; i < CATEGORIES; i++) {
            assertThat(left)
                    .contains(storage()
                            .categories()
                            .find(make.tenant(), idOf("Category " + i))
                            .orElseThrow());
        }
        assertThat(list(TicketQuery.all())).hasSize(CATEGORIES);
        assertThat(left.stream()
                        .map(entry -> entry.category().name())
                        .mapToLong(name -> found(name).size())
                        .sum())
                .isEqualTo(CATEGORIES);
    }

    @Test
    @Tag("R5")
    void ticketsOpenedDuringMergeAreOfTheOther() {
        opened(make.ticket().category(make.category("Category 0")));
        opened(make.ticket().category(make.category("Category 1")));
        Race.run(n -> n == 0
                ? merge(0, 1)
                : !opened(make.ticket().category(make.category("Category 0")))
                        .title()
                        .isEmpty());

        assertThat(storage().categories().categories(make.tenant())).hasSize(1);
        assertThat(found("category 1")).hasSize(Race.THREADS + 1);
        assertThat(found("category 0")).hasSize(Race.THREADS + 1);
    }

    private boolean save(String key, String label, int position) {
        Status status = new Status(key, MacroStatus.IN_PROGRESS, position);
        return storage().statuses().saveStatus(make.tenant(), null, new StatusEntry(status, label, false));
    }

    private boolean merge(int from, int into) {
        return storage().categories().merge(make.tenant(), idOf("Category " + from), idOf("Category " + into));
    }

    private UUID idOf(String name) {
        return Category.idOf(make.tenant(), name);
    }

    private List<Ticket> found(String category) {
        return list(TicketQuery.builder().categories(category).build());
    }
}
