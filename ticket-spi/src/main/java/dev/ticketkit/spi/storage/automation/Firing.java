package dev.ticketkit.spi.storage.automation;

import dev.ticketkit.spi.model.TenantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something the host fired at its automations: who, what, with which fields. Immutable. */
public final class Firing {
    private final TenantId tenant;
    private final UUID id;
    private final String contactId;
    private final Instant at;
    private final byte[] bodyHash;
    private final @Nullable String json;

    /**
     * A firing.
     *
     * @param id made of the caller's idempotency key, if there is one: the same key is the same id
     * @param contactId about whom
     * @param at when, in microseconds
     * @param bodyHash 32 bytes: SHA-256 of what was fired
     * @param json what was fired, as a text the desk writes and reads; null once it was erased
     */
    public Firing(TenantId tenant, UUID id, String contactId, Instant at, byte[] bodyHash, @Nullable String json) {
        this.tenant = Objects.requireNonNull(tenant, "tenant");
        this.id = Objects.requireNonNull(id, "id");
        this.contactId = Objects.requireNonNull(contactId, "contactId");
        this.at = Objects.requireNonNull(at, "at");
        this.bodyHash = bodyHash.clone();
        this.json = json;
    }

    /** Whose. */
    public TenantId tenant() {
        return tenant;
    }

    /** Stands for an event's id wherever one is needed: deliveries, runs, causes. */
    public UUID id() {
        return id;
    }

    /** About whom; a random id once it was erased. */
    public String contactId() {
        return contactId;
    }

    /** When. */
    public Instant at() {
        return at;
    }

    /** SHA-256 of what was fired; 32 zero bytes once it was erased. */
    public byte[] bodyHash() {
        return bodyHash.clone();
    }

    /** What was fired; null once it was erased. */
    public @Nullable String json() {
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Firing that
                && tenant.equals(that.tenant)
                && id.equals(that.id)
                && contactId.equals(that.contactId)
                && at.equals(that.at)
                && Arrays.equals(bodyHash, that.bodyHash)
                && Objects.equals(json, that.json);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The same firing as an erasure of its contact leaves it. */
    public Firing erased() {
        return json == null
                ? this
                : new Firing(tenant, id, "erased-" + UUID.randomUUID(), at, new byte[bodyHash.length], null);
    }

    /** The id only: safe to log. */
    @Override
    public String toString() {
        return "Firing[" + id + "]";
    }
}
