package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A dynamic field the host gives when it fires.
 *
 * @param name 1 to 100 of {@code A-Z 0-9 _}, not starting with {@code TICKET_}
 * @param optional whether it may be empty
 */
@JsonPropertyOrder({"name", "optional"})
public record DeclaredField(
        @NotNull @Pattern(regexp = "[A-Z0-9_]{1,100}", message = "must be 1 to 100 of A-Z, 0-9 and _") @Nullable String name,

        boolean optional) { // A flag that is left out is false; the newer Jackson would refuse it.
    @JsonCreator
    static DeclaredField fromJson(
            @JsonProperty("name") @Nullable String name, @JsonProperty("optional") @Nullable Boolean optional) {
        return new DeclaredField(name, Boolean.TRUE.equals(optional));
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(DeclaredField.class, property);
    }
}
