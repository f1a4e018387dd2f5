package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.ReferenceNumbers;
import dev.ticketkit.spi.storage.ReferenceRequest;

record SmallReferenceNumbers(SmallStorage store) implements ReferenceNumbers {
    @Override
    public long next(TenantId tenant, ReferenceRequest request, int count) {
        synchronized (store) {
            long first = store.read(tenant, its -> its.tickets().nextNumber(request));
            passNumber(tenant, request.series(), first + count - 1);
            return first;
        }
    }

    @Override
    public void passNumber(TenantId tenant, String series, long number) {
        store.write(new JournalEntry.PassNumber(tenant, series, number));
    }
}
