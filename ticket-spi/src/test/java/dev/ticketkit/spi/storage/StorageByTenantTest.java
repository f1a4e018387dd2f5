package dev.ticketkit.spi.storage;

import static dev.ticketkit.spi.fixture.Tickets.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StorageByTenantTest {
    private static final TenantId GLOBEX = new TenantId("globex");

    private final TicketStorage one = mock(TicketStorage.class, RETURNS_DEEP_STUBS);
    private final TicketStorage other = mock(TicketStorage.class, RETURNS_DEEP_STUBS);
    private final Map<TenantId, TicketStorage> all = new LinkedHashMap<>();
    private final TicketStorage byTenant = TicketStorage.byTenant(all::get, all::values);

    @BeforeEach
    void twoTenants() {
        all.put(ACME, one);
        all.put(GLOBEX, other);
    }

    @Test
    void everyPortAsksTheStoreOfTheTenant() {
        List<CategoryEntry> hardware = List.of(new CategoryEntry(Category.named(GLOBEX, "Hardware"), false));
        when(one.categories().categories(ACME)).thenReturn(List.of());
        when(other.categories().categories(GLOBEX)).thenReturn(hardware);

        assertThat(byTenant.categories().categories(ACME)).isEmpty();
        assertThat(byTenant.categories().categories(GLOBEX)).isEqualTo(hardware);
    }

    @Test
    void aTenantWithoutAStoreIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> byTenant.settle(new TenantId("nobody")))
                .withMessageContaining("nobody");
    }

    @Test
    void errorsOfAStoreComeThroughAsTheyAre() {
        StorageException broken = failure("broken");
        when(one.categories().categories(ACME)).thenThrow(broken);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> byTenant.categories().categories(ACME))
                .isSameAs(broken);
    }

    @Test
    void maintenanceGoesOnWhenOneStoreFails() {
        when(one.maintenance().run(anyInt())).thenThrow(failure("down"));
        when(other.maintenance().run(anyInt())).thenReturn(3);
        assertThat(byTenant.maintenance().run(10)).isEqualTo(3);
        assertThat(byTenant.maintenance().run(10)).isEqualTo(3);
    }

    @Test
    void maintenanceFailsWhenAllStoresDo() {
        when(one.maintenance().run(anyInt())).thenThrow(failure("down"));
        when(other.maintenance().run(anyInt())).thenThrow(failure("down too"));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> byTenant.maintenance().run(10))
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    }

    private static StorageException failure(String message) {
        return new StorageException(TicketErrorCode.STORAGE_UNAVAILABLE, message, null);
    }
}
