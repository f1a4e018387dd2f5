package dev.ticketkit.core.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to do that writes. Exactly the classes of this package implement it. */
public sealed interface Command
        permits OpenTicket, ChangeTicket, ChangeContact, AddNote, DeleteTicket, RestoreTicket, Fire {

    /** Names the command in idempotency keys; never changes. */
    String name();

    /**
     * The caller's key, or null. The same key with the same command gives the first result again instead of a second effect; keys
     * are kept for seven days at least. The scope is the tenant and the command.
     */
    @Nullable String idempotencyKey();

    /** All that the command asks for, without the key. Two commands with equal content are the same command. */
    List<@Nullable Object> content();
}
