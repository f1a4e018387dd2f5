package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a tenant: when it starts, under which condition, what it does. Immutable; made by {@link #builder} or read from JSON.
 * Whether it holds together is checked when it is saved.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"id", "name", "enabled", "order", "starter", "condition", "steps"})
public final class Automation {
    @JsonProperty
    @NotNull @Pattern(regexp = "[a-z0-9-]{1,64}", message = "must be 1 to 64 of a-z, 0-9 and -") private final @Nullable String id;

    @JsonProperty
    @NotNull @CodePoints(min = 1, max = 100)
    @NoControl(TextRule.NAME)
    private final @Nullable String name;

    @JsonProperty
    private final boolean enabled;

    @JsonProperty
    private final int order;

    @JsonProperty
    @NotNull @Valid private final @Nullable Starter starter;

    @JsonProperty
    @Valid private final @Nullable Condition condition;

    @JsonProperty
    @Size(min = 1, max = 20) private final List<@NotNull @Valid Step> steps;

    private Automation(Builder from) {
        id = from.id;
        name = from.name;
        enabled = from.enabled;
        order = from.order;
        starter = from.starter;
        condition = from.condition;
        steps = from.steps;
    }

    /**
     * Starts an automation.
     *
     * @param id unique within the tenant, 1 to 64 of {@code a-z 0-9 -}; never changes
     * @param name what people call it, 1 to 100 code points
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /** A builder that starts from this automation. */
    public Builder toBuilder() {
        Builder builder = new Builder(id, name).enabled(enabled).order(order);
        builder.starter = starter;
        builder.condition = condition;
        builder.steps = steps;
        return builder;
    }

    /** What its history entries, runs and causes call it. */
    public String id() {
        return Objects.requireNonNull(id, "id");
    }

    public String name() {
        return Objects.requireNonNull(name, "name");
    }

    /** Whether it runs at all. */
    public boolean enabled() {
        return enabled;
    }

    /** Of several started by the same event, lower ones run first; those of the same order by id. */
    public int order() {
        return order;
    }

    /** What starts it. */
    public Starter starter() {
        return Objects.requireNonNull(starter, "starter");
    }

    /** What must hold besides, or null for nothing. */
    public @Nullable Condition condition() {
        return condition;
    }

    /** What it does, in this order; 1 to 20. */
    public List<Step> steps() {
        return steps;
    }

    /** Whether it has all that running it cannot do without; JSON may leave out anything. */
    public boolean isComplete() {
        return id != null && name != null && starter != null && steps.stream().allMatch(Objects::nonNull);
    }

    @JsonCreator
    private static Automation fromJson(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("enabled") @Nullable Boolean enabled,
            @JsonProperty("order") @Nullable Integer order,
            @JsonProperty("starter") @Nullable Starter starter,
            @JsonProperty("condition") @Nullable Condition condition,
            @JsonProperty("steps") @Nullable List<Step> steps) {
        Builder builder =
                new Builder(id, name).enabled(enabled == null || enabled).order(order == null ? 0 : order);
        builder.starter = starter;
        builder.condition = condition;
        builder.steps = Copies.of(steps);
        return builder.build();
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(Automation.class, property);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Automation that && asList().equals(that.asList());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }

    /** The id only: safe to log. */
    @Override
    public String toString() {
        return "Automation[" + id + "]";
    }

    private List<@Nullable Object> asList() {
        return Arrays.asList(id, name, enabled, order, starter, condition, steps);
    }

    /** Builds an automation. Not thread-safe. */
    public static final class Builder {
        private final @Nullable String id;
        private final @Nullable String name;
        private boolean enabled = true;
        private int order;
        private @Nullable Starter starter;
        private @Nullable Condition condition;
        private List<Step> steps = List.of();

        private Builder(@Nullable String id, @Nullable String name) {
            this.id = id;
            this.name = name;
        }

        /** True by default. */
        public Builder enabled(boolean value) {
            enabled = value;
            return this;
        }

        /** 0 by default. */
        public Builder order(int value) {
            order = value;
            return this;
        }

        /** What starts it; required. */
        public Builder when(Starter value) {
            starter = Required.argument(value, "when");
            return this;
        }

        /** What must hold besides; null, as it is at first, for nothing. */
        public Builder onlyIf(@Nullable Condition value) {
            condition = value;
            return this;
        }

        /** What it does, in this order; required. */
        public Builder steps(Step... values) {
            steps = Copies.of(Required.all(values, "steps"));
            return this;
        }

        /** The automation; whether it holds together is checked when it is saved. */
        public Automation build() {
            return new Automation(this);
        }
    }
}
