package dev.ticketkit.acceptance.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Ticket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What messages and triggers say, and to whom. */
@OnEveryStore
class SendingStepsTest extends AutomationFixture {
    SendingStepsTest(Store store) {
        super(store);
    }

    @Test
    @Tag("R25")
    void aMessageHasTemplateParametersAndBothTexts() {
        hostFields.put("SHOP", "Rossi & figli");
        given(on(Starter.statusBecame("resolved"))
                .steps(Step.sendTemplate(
                                "ticket_resolved",
                                "%%TICKET_REFERENCE%%",
                                "%%TICKET_TITLE%%",
                                "%%SHOP%%",
                                "%%NOTHING%%")
                        .text("%%TICKET_TITLE%%: %%TICKET_STATUS%%, %%TICKET_PRIORITY%%, da %%SHOP%%%%NOTHING%%"))
                .build());
        Ticket ticket = openedByAda("<b>Lamp</b> %%TICKET_TITLE%% & co");

        moved(ticket, "resolved");
        drain();

        ArgumentCaptor<Notification> sent = ArgumentCaptor.forClass(Notification.class);
        verify(notifier, org.mockito.Mockito.atLeastOnce()).notify(sent.capture());
        Notification notice = notices.get(0);
        assertThat(sent.getAllValues()).contains(notice);
        assertThat(notice.templateKey()).isEqualTo("ticket_resolved");
        assertThat(notice.parameters())
                .containsExactly(ticket.reference().value(), "<b>Lamp</b> %%TICKET_TITLE%% & co", "Rossi & figli", "");
        assertThat(notice.text()).isEqualTo("<b>Lamp</b> %%TICKET_TITLE%% & co: Risolto, Media, da Rossi & figli");
        assertThat(notice.html())
                .isEqualTo("&lt;b&gt;Lamp&lt;/b&gt; %%TICKET_TITLE%% &amp; co: Risolto, Media, da Rossi &amp; figli");
        assertThat(notice.recipient().kind()).isEqualTo(ActorKind.CONTACT);
        assertThat(notice.recipient().phone()).isEqualTo("+390612345");
        assertThat(notice.recipient().language()).isEqualTo("it");
        assertThat(notice.event().kind()).isEqualTo(EventKind.CHANGED);
    }

    @Test
    @Tag("R25")
    @Tag("R30")
    void aStepMayFixTheLanguage() {
        given(on(Starter.statusBecame("resolved"))
                .steps(Step.sendMessage("%%TICKET_STATUS%%").language("es"))
                .build());

        moved(openedByAda("a"), "resolved");
        drain();

        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.recipient().language()).isEqualTo("es");
            assertThat(notice.text()).isEqualTo("Resuelto");
        });
    }

    @Test
    @Tag("R25")
    void theContactIsWrittenToAtHisPresentAddress() {
        given(on(Starter.ticketCreated()).steps(Step.sendMessage("hello")).build());
        Ticket ticket = openedByAda("a");

        handle(ticket).changeContact(ChangeContact.to(ADA_AT_HOME.withEmail("new@example.org")));
        drain();

        assertThat(notices).extracting(notice -> notice.recipient().email()).containsExactly("new@example.org");
    }

    @Test
    @Tag("R24")
    void aTriggerGoesToTheHostsDispatcherWithKeysForMachines() {
        given(on(Starter.ticketCreated())
                .steps(Step.dispatchTrigger("crm.update")
                        .with("priority", "%%TICKET_PRIORITY%%")
                        .with("status", "%%TICKET_STATUS%%")
                        .with("nothing", "%%NOTHING%%"))
                .build());

        Ticket ticket = openedByAda("a");
        drain();

        Dispatch dispatch = dispatches.get(0);
        assertThat(dispatch.trigger()).isEqualTo("crm.update");
        assertThat(dispatch.automation()).isEqualTo("rule");
        assertThat(dispatch.parameters())
                .containsEntry("priority", "MEDIUM")
                .containsEntry("status", "open")
                .containsEntry("nothing", "");
        assertThat(dispatch.ticket()).isEqualTo(ticket);
        assertThat(dispatch.id()).isNotEqualTo(dispatch.event().id());
        assertThat(dispatch.cause().depth()).isEqualTo(1);
    }
}
