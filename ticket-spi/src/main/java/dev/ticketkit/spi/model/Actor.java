package dev.ticketkit.spi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.text.TextRule;
import java.util.Objects;

/**
 * In whose name something is done, as the history keeps it. The host says who acts; it has authenticated that actor.
 *
 * @param kind what kind of actor
 * @param id the host's id, 1 to 128 code points
 * @param label the name as it was then, 1 to 256 code points
 */
@JsonPropertyOrder({"kind", "id", "label"})
public record Actor(ActorKind kind, String id, String label) {
    /**
     * Checks the texts.
     *
     * @throws dev.ticketkit.spi.error.RefusedException naming {@code actor.id} or {@code actor.label}
     */
    @JsonCreator
    public Actor(
            @JsonProperty("kind") ActorKind kind, @JsonProperty("id") String id, @JsonProperty("label") String label) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.id = TextRule.LINE.require("actor.id", id, 1, 128);
        this.label = TextRule.LABEL.require("actor.label", label, 1, 256);
    }

    /** An operator known by id and name. */
    public static Actor operator(String id, String label) {
        return new Actor(ActorKind.OPERATOR, id, label);
    }

    /** An operator whose id is also the name. */
    public static Actor operator(String id) {
        return operator(id, id);
    }

    /** The contact as its own actor. */
    public static Actor contact(String id, String label) {
        return new Actor(ActorKind.CONTACT, id, label);
    }

    /** A rule of the tenant. */
    public static Actor automation(String id, String label) {
        return new Actor(ActorKind.AUTOMATION, id, label);
    }

    /** The host application, under a name of its choice. */
    public static Actor host(String name) {
        return new Actor(ActorKind.HOST, name, name);
    }
}
