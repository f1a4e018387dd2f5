package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What starts an automation. In JSON told apart by {@code type}: {@code ticketCreated}, {@code statusChanged} or {@code fired}; never the
 * name of a class.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Starter.TicketCreated.class, name = "ticketCreated"),
    @JsonSubTypes.Type(value = Starter.StatusChanged.class, name = "statusChanged"),
    @JsonSubTypes.Type(value = Starter.Fired.class, name = "fired")
})
public sealed interface Starter {
    /** A ticket was opened. */
    static Starter ticketCreated() {
        return new TicketCreated();
    }

    /** A ticket's status changed from any to any other; opening is no change of status. */
    static StatusChanged statusChanged() {
        return new StatusChanged(null, null);
    }

    /** A ticket's status became one of these. */
    static StatusChanged statusBecame(String... keys) {
        return statusChanged().to(keys);
    }

    /**
     * A ticket's status became one of a macro status, from any other status: also from Resolved to Closed. For the moment in which work ends
     * write {@code statusChanged().from(IN_PROGRESS).to(TERMINATED)}.
     */
    static StatusChanged statusBecame(MacroStatus macro) {
        return statusChanged().to(macro);
    }

    /** The host fired a name of its own choice. */
    static Fired fired(String name) {
        return new Fired(name, java.util.List.of());
    }

    /** A ticket was opened, by whomever. */
    record TicketCreated() implements Starter {
        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(TicketCreated.class, property);
        }
    }

    /**
     * A ticket's status changed.
     *
     * @param from from which, or null for any
     * @param to to which, or null for any
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"from", "to"})
    record StatusChanged(
            @Valid @Nullable StatusFilter from,
            @Valid @Nullable StatusFilter to) implements Starter {
        /** A copy that starts only from one of these statuses. */
        public StatusChanged from(String... keys) {
            return new StatusChanged(StatusFilter.of(keys), to);
        }

        /** A copy that starts only from a macro status. */
        public StatusChanged from(MacroStatus macro) {
            return new StatusChanged(StatusFilter.of(macro), to);
        }

        /** A copy that starts only when one of these statuses is reached. */
        public StatusChanged to(String... keys) {
            return new StatusChanged(from, StatusFilter.of(keys));
        }

        /** A copy that starts only when a macro status is reached, or kept by another status of it. */
        public StatusChanged to(MacroStatus macro) {
            return new StatusChanged(from, StatusFilter.of(macro));
        }

        /** Whether a change between two statuses starts it. */
        public boolean matches(Status before, Status after) {
            return (from == null || from.matches(before)) && (to == null || to.matches(after));
        }

        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(StatusChanged.class, property);
        }
    }

    /**
     * The host fired a name: a chat message came, a button was pressed, an order was late.
     *
     * @param name 1 to 100 code points; compared as it is
     * @param fields which dynamic fields the host gives with it, at most 200. Others it gives are there too, but an automation that uses one
     *     that is not declared here cannot be saved. Those of the host's {@code FieldSource} need not be declared: they are known by
     *     {@code FieldSource.names}, or each undeclared name is only said to be empty perhaps
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"name", "fields"})
    record Fired(
            @NotNull @CodePoints(min = 1, max = 100) @NoControl(TextRule.NAME) @Nullable String name,

            @Size(max = 200) List<@NotNull @Valid DeclaredField> fields)
            implements Starter {
        /** Copies the list; null is none. */
        public Fired {
            fields = Copies.of(fields);
        }

        /** A copy with fields the host always gives a value. */
        public Fired with(String... names) {
            return with(false, names);
        }

        /** A copy with fields the host may leave empty. */
        public Fired withOptional(String... names) {
            return with(true, names);
        }

        private Fired with(boolean optional, String... names) {
            List<DeclaredField> more = new ArrayList<>(fields);
            for (String field : names) {
                more.add(new DeclaredField(field, optional));
            }
            return new Fired(name, more);
        }

        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(Fired.class, property);
        }
    }
}
