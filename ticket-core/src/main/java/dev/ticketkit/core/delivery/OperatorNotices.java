package dev.ticketkit.core.delivery;

import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all operators who may read a ticket that it was opened, changed, noted or deleted, whoever did it. Who they are, what they may
 * read and whether they want it is asked when it is sent. An operator whose notice fails is tried again alone.
 */
public final class OperatorNotices implements DeliveryConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorNotices.class);

    final TicketStorage storage;
    final AccessPolicy access;
    final Notifier notifier;
    final BiPredicate<TenantId, String> wanted;
    final Function<TenantId, TenantSettings> tenants;
    final Function<Locale, Labels> labels;
    private final OperatorDirectory directory;

    private OperatorNotices(Builder from) {
        storage = Objects.requireNonNull(from.storage, "storage");
        directory = Objects.requireNonNull(from.directory, "directory");
        access = Objects.requireNonNull(from.access, "access");
        notifier = Objects.requireNonNull(from.notifier, "notifier");
        wanted = from.wanted;
        tenants = from.tenants;
        labels = from.labels;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String name() {
        return "operators";
    }

    @Override
    public DeliveryResult handle(DeliveryContext context) {
        boolean goneMeanwhile =
                context.ticket().deletedAt() != null && context.event().kind() != EventKind.DELETED;
        if (!NoticeText.isTold(context.event().kind()) || goneMeanwhile) {
            return DeliveryResult.DELIVERED;
        }
        List<Operator> operators = operators(context.tenant());
        NoticeRound round = new NoticeRound(this, context, operators);
        return context.forEach(operators, Operator::id, round::tell);
    }

    /** Each once; one whom the directory describes badly is left out, or nobody could be told. */
    private List<Operator> operators(TenantId tenant) {
        Map<String, Operator> byId = new LinkedHashMap<>();
        for (Operator operator : directory.operators(tenant)) {
            try {
                byId.putIfAbsent(operator.asActor().id(), operator);
            } catch (RuntimeException e) {
                LOG.warn("an operator of the directory is not told of anything: {}", CauseText.of(e));
            }
        }
        return List.copyOf(byId.values());
    }

    /** Builds the consumer. Not thread-safe. */
    public static final class Builder {
        private @Nullable TicketStorage storage;
        private @Nullable OperatorDirectory directory;
        private @Nullable AccessPolicy access;
        private @Nullable Notifier notifier;
        private BiPredicate<TenantId, String> wanted = (tenant, operatorId) -> true;
        private Function<TenantId, TenantSettings> tenants = tenant -> TenantSettings.defaults();
        private Function<Locale, Labels> labels = Labels::of;

        private Builder() {}

        /** The desk's storage; required. */
        public Builder storage(TicketStorage value) {
            storage = value;
            return this;
        }

        /** Who works here; required. */
        public Builder directory(OperatorDirectory value) {
            directory = value;
            return this;
        }

        /** The desk's policy; required. A desk without one has {@link AccessPolicy#defaults()}. */
        public Builder access(AccessPolicy value) {
            access = value;
            return this;
        }

        /** Who sends; required. */
        public Builder notifier(Notifier value) {
            notifier = value;
            return this;
        }

        /** Whether an operator, by id, wants notices; asked when one is sent. By default all do. */
        public Builder wanted(BiPredicate<TenantId, String> value) {
            wanted = value;
            return this;
        }

        /** The desk's settings of each tenant, for operators without a language. */
        public Builder tenants(Function<TenantId, TenantSettings> value) {
            tenants = value;
            return this;
        }

        /** The desk's words of each language. */
        public Builder labels(Function<Locale, Labels> value) {
            labels = value;
            return this;
        }

        /**
         * The consumer.
         *
         * @throws NullPointerException naming what is missing
         */
        public OperatorNotices build() {
            return new OperatorNotices(this);
        }
    }
}
