package dev.ticketkit.core.internal.delivery.notify;

import dev.ticketkit.core.delivery.DeliveryConsumer;
import dev.ticketkit.core.delivery.DeliveryContext;
import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all operators who may read a ticket that it was opened, changed, noted, deleted or restored, whoever did it. Who they are, what they may
 * read and whether they want it is asked when it is sent. An operator whose notice fails is tried again alone.
 *
 * <p>A host with templates of its own finds a stable key in each notice: {@code ticket.opened}, {@code ticket.changed},
 * {@code ticket.noted}, {@code ticket.deleted}, {@code ticket.restored} with the parameters reference, title and the name of who did it; {@code ticket.several},
 * when several things are told at once, with reference, title, who did the first of them, and how many they are.
 *
 * <p>Whom it told and whom not, and why, is kept with each event, before the delivery is marked as done. When that cannot be kept it is
 * logged and the delivery counts as done all the same: its notices are sent, and a trace that is missing is better than mail that comes
 * twice. Of several things told at once each has its own record. Who still waits for the notice of an earlier event is in no record
 * until his turn; then he has his own. Nothing is kept while the directory does not answer, for then nobody was tried.
 */
public final class OperatorNotifications implements DeliveryConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorNotifications.class);

    final TicketStorage storage;
    final AccessPolicy access;
    final Notifier notifier;
    final Function<TenantId, TenantSettings> tenants;
    final Function<Locale, Labels> labels;
    final boolean skipAuthor;
    final NotificationReasons reasons;
    private final OperatorDirectory directory;
    private final Duration window;
    private final Clock clock;

    private OperatorNotifications(Builder from) {
        storage = Objects.requireNonNull(from.storage, "storage");
        directory = Objects.requireNonNull(from.directory, "directory");
        access = Objects.requireNonNull(from.access, "access");
        notifier = Objects.requireNonNull(from.notifier, "notifier");
        tenants = from.tenants;
        labels = from.labels;
        skipAuthor = from.skipAuthor;
        window = from.window;
        clock = from.clock;
        reasons = new NotificationReasons(storage, clock);
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
        EventKind kind = context.event().kind();
        boolean goneMeanwhile = context.ticket().deletedAt() != null && kind != EventKind.DELETED;
        if (!NotificationText.isTold(kind) || goneMeanwhile) {
            return tellNobody(context);
        }
        // Nothing that comes after a deletion could be told together with it.
        return window.isZero() || kind == EventKind.DELETED
                ? tell(context, List.of(context.event()))
                : tellTogether(context);
    }

    private DeliveryResult tell(DeliveryContext context, List<TicketEvent> events) {
        KnownOperators operators = operators(context.tenant());
        NotificationRound round = new NotificationRound(this, context, events, operators);
        try {
            return context.forEach(operators.known(), Operator::id, round::tell);
        } finally {
            round.keepReasons();
        }
    }

    /**
     * Whether an event was told with an earlier one is read from what was kept then, not from the window: one that was committed too
     * late for its window's notice is told all the same.
     */
    private DeliveryResult tellTogether(DeliveryContext context) {
        TicketEvent event = context.event();
        if (reasons.wasCoalesced(event, context.receiver())) {
            return DeliveryResult.DELIVERED;
        }
        NotificationWindow together = NotificationWindow.from(event, window, storage.events());
        Duration left = together.left(clock.instant());
        return left.compareTo(Duration.ZERO) > 0 && context.mayBePostponed()
                ? context.postpone(left)
                : tell(context, together.events());
    }

    private DeliveryResult tellNobody(DeliveryContext context) {
        SortedMap<String, NotificationOutcome> outcomes = new TreeMap<>();
        whomNot(context).forEach(id -> outcomes.put(id, NotificationOutcome.NOT_TOLD));
        reasons.keep(context.event(), context.receiver(), outcomes);
        return DeliveryResult.DELIVERED;
    }

    private List<String> whomNot(DeliveryContext context) {
        String receiver = context.receiver();
        if (receiver != null) {
            return List.of(receiver);
        }
        try {
            return operators(context.tenant()).known().stream()
                    .map(Operator::id)
                    .toList();
        } catch (Throwable problem) {
            // Not worth another try, which later events would wait for: there is nothing to tell.
            LOG.warn("the directory did not say who is not told of an event: {}", CauseText.of(problem));
            return List.of();
        }
    }

    private KnownOperators operators(TenantId tenant) {
        return KnownOperators.of(directory.operators(tenant));
    }

    /** Builds the consumer. Not thread-safe. */
    public static final class Builder {
        private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

        private @Nullable TicketStorage storage;
        private @Nullable OperatorDirectory directory;
        private @Nullable AccessPolicy access;
        private @Nullable Notifier notifier;
        private Function<TenantId, TenantSettings> tenants = tenant -> TenantSettings.defaults();
        private Function<Locale, Labels> labels = Labels::of;
        private boolean skipAuthor;
        private Duration window = Duration.ZERO;
        private Clock clock = Clock.systemUTC();

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

        /** Whether an operator is not told of what he did himself; by default he is. */
        public Builder skipAuthor(boolean value) {
            skipAuthor = value;
            return this;
        }

        /**
         * Tells several events of one ticket in one notice: the first begins a window, and when that is over all that happened in it is
         * told. By default each event is told at once; so is a deletion always, and what it ends is not told any more. Differences
         * between the hosts' clocks put a notice off by at most one more window.
         *
         * @param value at most a day; zero for none
         * @throws IllegalArgumentException for any other
         */
        public Builder coalesce(Duration value) {
            if (value.isNegative() || value.compareTo(LONGEST_WINDOW) > 0) {
                throw new IllegalArgumentException("coalesce: must be zero to a day");
            }
            window = value;
            return this;
        }

        /** What time it is; the desk's clock, the system's by default. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * The consumer.
         *
         * @throws NullPointerException naming what is missing
         */
        public OperatorNotifications build() {
            return new OperatorNotifications(this);
        }
    }
}
