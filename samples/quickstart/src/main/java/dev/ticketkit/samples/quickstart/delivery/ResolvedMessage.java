package dev.ticketkit.samples.quickstart.delivery;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;

/** The automation of the help desk: whenever a ticket becomes resolved, its contact is written to. */
final class ResolvedMessage {
    private ResolvedMessage() {}

    static Automation automation() {
        return Automation.builder("tell-resolved", "Tell the contact that his ticket is resolved")
                .when(Starter.statusBecame("resolved"))
                .steps(Step.sendMessage("""
                        Your ticket %%TICKET_REFERENCE%%, "%%TICKET_TITLE%%", is now: %%TICKET_STATUS%%.
                        If the problem is still there, answer this message and we open it again.
                        """))
                .build();
    }
}
