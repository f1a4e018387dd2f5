package dev.ticketkit.core.template;

import java.util.HashMap;
import java.util.Map;

/** Which fields there will be when a template is rendered, as far as that is known beforehand. Immutable. */
public final class DeclaredFields {
    /** How sure it is that a field has a value. */
    enum Presence {
        ALWAYS,
        SOMETIMES,
        NEVER
    }

    private static final DeclaredFields NONE = new DeclaredFields(Map.of(), Presence.NEVER);

    private final Map<String, Presence> declared;
    private final Presence others;

    private DeclaredFields(Map<String, Presence> declared, Presence others) {
        this.declared = Map.copyOf(declared);
        this.others = others;
    }

    /** No fields. */
    public static DeclaredFields none() {
        return NONE;
    }

    /**
     * A copy with a field that always has a value.
     *
     * @throws dev.ticketkit.spi.error.RefusedException for what cannot be a name and for names of the ticket's own fields
     */
    public DeclaredFields with(String name) {
        return with(FieldName.requireFromOutside(name), Presence.ALWAYS);
    }

    /**
     * A copy with a field that may be empty.
     *
     * @throws dev.ticketkit.spi.error.RefusedException as {@link #with}
     */
    public DeclaredFields withOptional(String name) {
        return with(FieldName.requireFromOutside(name), Presence.SOMETIMES);
    }

    /** A copy with the ticket's own fields. Description, old status, category, owner and closing time may be empty. */
    public DeclaredFields withTicket() {
        DeclaredFields all = this;
        for (OwnField field : OwnField.values()) {
            all = all.with(field.fieldName(), field.isOptional() ? Presence.SOMETIMES : Presence.ALWAYS);
        }
        return all;
    }

    /** As {@link #withTicket}, for a ticket whose status has just changed, so that the old one is known. */
    public DeclaredFields withTicketOfStatusChange() {
        return withTicket().with(OwnField.OLD_STATUS.fieldName(), Presence.ALWAYS);
    }

    /** A copy in which any other name may have a value too, as where the host's own source of fields is asked. */
    public DeclaredFields withOthersPossible() {
        return new DeclaredFields(declared, Presence.SOMETIMES);
    }

    Presence presence(String name) {
        // Nobody but the ticket gives these, whatever else the host may have.
        return declared.getOrDefault(name, FieldName.isReserved(name) ? Presence.NEVER : others);
    }

    private DeclaredFields with(String name, Presence presence) {
        Map<String, Presence> more = new HashMap<>(declared);
        more.put(name, presence);
        return new DeclaredFields(more, others);
    }
}
