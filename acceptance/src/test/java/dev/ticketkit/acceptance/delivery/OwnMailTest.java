package dev.ticketkit.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.spi.model.Actor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R29")
class OwnMailTest extends NotificationsFixture {
    OwnMailTest(Store store) {
        super(store);
    }

    @Test
    void operatorSwitchesHisOwnMailOffAndOnAgain() {
        assertThat(otto().mail().isOn()).isTrue();
        otto().mail().switchOff();
        otto().mail().switchOff();
        assertThat(otto().mail().isOn()).isFalse();
        opened("Not for Otto");
        pump().drain();
        assertThat(recipients()).containsExactly("olga", "pia");

        otto().mail().switchOn();
        otto().mail().switchOn();
        assertThat(otto().mail().isOn()).isTrue();
        opened("For all");
        pump().drain();
        assertThat(sentTo("otto")).extracting(notice -> notice.ticket().title()).containsExactly("For all");
    }

    @Test
    void isReadWhenTheMailIsSent() {
        opened("Lamp");
        otto().mail().switchOff();
        pump().drain();
        assertThat(recipients()).containsExactly("olga", "pia");

        opened("Chair");
        otto().mail().switchOn();
        pump().drain();
        assertThat(sentTo("otto")).hasSize(1);
    }

    @Test
    void touchesNobodyElse() {
        otto().mail().switchOff();

        assertThat(olga().mail().isOn()).isTrue();
        assertThat(desk().as("other-" + tenant.value(), Actor.operator("otto"))
                        .mail()
                        .isOn())
                .isTrue();
        olga().mail().switchOff();
        otto().mail().switchOn();
        assertThat(olga().mail().isOn()).isFalse();
    }

    @Test
    void whoeverIsNoOperatorIsRefused() {
        Stream.of(Actor.contact("otto", "Otto"), Actor.automation("otto", "Otto"), Actor.host("otto"))
                .forEach(actor -> assertRefused("actor", () -> as(actor).mail()));
        assertThat(otto().mail().isOn()).isTrue();
    }
}
