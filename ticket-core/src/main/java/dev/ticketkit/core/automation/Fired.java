package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The host fired a name: a chat message came, a button was pressed, an order was late.
 *
 * @param name 1 to 100 code points; compared as it is
 * @param fields which dynamic fields the host gives with it, at most 200. Others it gives are there too, but an automation that uses one
 *     that is not declared here cannot be saved; those of the host's {@code FieldSource} are declared too
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "fields"})
public record Fired(
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
