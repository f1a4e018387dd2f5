package dev.ticketkit.core.desk;

import dev.ticketkit.core.identity.TimeOrderedIds;
import dev.ticketkit.core.internal.automation.decide.AutomationBooks;
import dev.ticketkit.core.internal.session.DeskSettings;
import dev.ticketkit.core.internal.session.RecentCatalogues;
import dev.ticketkit.core.internal.session.ReservedNumbers;
import dev.ticketkit.core.internal.validation.CommandValidator;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.FieldSource;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ticket desk a host embeds. Make one for the application and share it: it is immutable and safe for all threads. Everything is
 * done through {@link #as}, so that tenant and actor are never forgotten.
 */
public final class TicketDesk {
    private final DeskSettings parts;

    private TicketDesk(DeskSettings parts) {
        this.parts = parts;
    }

    /** A builder that needs a storage and nothing else. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The desk as one actor of one tenant uses it. Cheap: make one for each request.
     *
     * @throws RefusedException for an actor of kind {@code UNKNOWN}, which is only read
     */
    public ActorDesk as(TenantId tenant, Actor actor) {
        if (actor.kind() == ActorKind.UNKNOWN) {
            throw new RefusedException(
                    "actor", "is of a kind that is not known here; name an operator, contact, automation or host");
        }
        return new ActorDesk(parts, tenant, actor, null, null);
    }

    /** As {@link #as(TenantId, Actor)}, with the tenant's id as text. */
    public ActorDesk as(String tenant, Actor actor) {
        return as(new TenantId(tenant), actor);
    }

    /**
     * The same desk on a storage that has joined the host's transaction: what is done through it commits or rolls back with the
     * host's own rows, and is not visible to others before. Cheap: make one for each transaction, and use it on the threads that may
     * use that transaction. What is to happen {@link Builder#afterCommit after a commit} does not happen: only the host knows when he
     * commits.
     */
    public TicketDesk joining(TicketStorage joined) {
        return new TicketDesk(parts.joining(joined));
    }

    @SuppressWarnings("exports")
    public DeskSettings parts() {
        return parts;
    }

    /** Builds a desk. Not thread-safe. */
    public static final class Builder {
        private @Nullable TicketStorage storage;
        private Clock clock = Clock.systemUTC();
        private AccessPolicy access = AccessPolicy.defaults();
        private Function<TenantId, TenantSettings> tenants = tenant -> TenantSettings.defaults();
        private Function<Locale, Labels> labels = Labels::of;
        private @Nullable Validator validator;
        private Locale messages = Locale.ENGLISH;
        private TimeOrderedIds ids = new TimeOrderedIds();
        private FieldSource fields = (tenant, contact) -> Map.of();
        private Runnable afterCommit = () -> {};

        private Builder() {}

        /** Where tickets are kept; required. */
        public Builder storage(TicketStorage value) {
            storage = value;
            return this;
        }

        /** What time it is; the system's clock by default. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * Who may do what. By default operators, automations and the host may do everything within their tenant, and a contact sees
         * his own tickets, opens them and adds public notes. A policy given here replaces all of that, the part about contacts too.
         */
        public Builder access(AccessPolicy value) {
            access = value;
            return this;
        }

        /** Language, zone and references of each tenant; called often, must be fast, thread-safe and never answer null. */
        public Builder tenants(Function<TenantId, TenantSettings> value) {
            tenants = value;
            return this;
        }

        /** The words of each language; a host adds its own languages here. Never answers null. */
        public Builder labels(Function<Locale, Labels> value) {
            labels = value;
            return this;
        }

        /** The host's validator; without it the provider on the class path is used. */
        public Builder validator(Validator value) {
            validator = value;
            return this;
        }

        /** The language of the messages of refused commands, unless the host gives a validator; English by default. */
        public Builder messages(Locale value) {
            messages = value;
            return this;
        }

        /** Where ids come from; for tests. */
        public Builder ids(TimeOrderedIds value) {
            ids = value;
            return this;
        }

        /** The host's own dynamic fields about a contact, for the texts of automations; none by default. */
        public Builder fields(FieldSource value) {
            fields = value;
            return this;
        }

        /**
         * What to do after each commit, such as {@code pump::nudge}: called on the thread of the command, must be fast. What it throws, an
         * {@link Error} too, is logged, for the change is stored.
         */
        public Builder afterCommit(Runnable value) {
            afterCommit = value;
            return this;
        }

        /**
         * The desk.
         *
         * @throws NullPointerException when there is no storage
         * @throws IllegalStateException when there is neither a validator nor a provider of one
         */
        public TicketDesk build() {
            CommandValidator checks =
                    validator == null ? CommandValidator.ofProvider(messages) : new CommandValidator(validator);
            TicketStorage kept = Objects.requireNonNull(storage, "storage");
            return new TicketDesk(new DeskSettings(
                    kept,
                    clock,
                    access,
                    tenants,
                    labels,
                    checks,
                    ids,
                    fields,
                    new AutomationBooks(),
                    RecentCatalogues.keeping(),
                    new ReservedNumbers(kept.referenceBlocks()),
                    afterCommit,
                    false));
        }
    }
}
