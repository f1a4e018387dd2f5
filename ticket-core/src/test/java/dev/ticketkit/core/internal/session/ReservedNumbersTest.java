package dev.ticketkit.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.reference.ReferencePlan;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.ReferenceNumbers;
import dev.ticketkit.spi.storage.ReferenceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B6")
class ReservedNumbersTest {
    private static final TenantId TENANT = new TenantId("tenant");
    private static final ReferencePlan PLAN = ReferencePlan.reserved(new ReferenceRequest("", "T-", 1), 100);

    private final ReservedNumbers numbers = new ReservedNumbers(giving(() -> {
        throw new AssertionError("nothing is reserved in the host's transaction");
    }));

    /** Both look for numbers at once and happen to find the same: else the second waits for the transaction of the first. */
    @Test
    void twoTransactionsOfOneDeskGetDifferentNumbersEvenWhenTheStoreProposesTheSame() {
        List<Reference> given = new ArrayList<>();
        ReferenceNumbers same = giving(() -> 7L);
        ReferenceNumbers meanwhile = giving(() -> {
            given.add(numbers.nextJoined(TENANT, PLAN, same));
            return 7L;
        });

        given.add(numbers.nextJoined(TENANT, PLAN, meanwhile));
        given.add(numbers.nextJoined(TENANT, PLAN, same));

        assertThat(given).containsExactly(new Reference("T-7"), new Reference("T-8"), new Reference("T-9"));
    }

    private static ReferenceNumbers giving(Supplier<Long> first) {
        return new ReferenceNumbers() {
            @Override
            public long next(TenantId tenant, ReferenceRequest request, int count) {
                return first.get();
            }

            @Override
            public void passNumber(TenantId tenant, String series, long number) {
                throw new AssertionError("no number is passed");
            }
        };
    }
}
