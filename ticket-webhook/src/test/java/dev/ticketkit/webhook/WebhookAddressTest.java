package dev.ticketkit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.host.DeliveryResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F55")
class WebhookAddressTest {
    private Receiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "127.0.0.1",
                "127.255.255.254",
                "[::1]",
                "[::ffff:7f00:1]",
                "[::ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "0.0.0.0",
                "[::]",
                "169.254.169.254",
                "[fe80::1]"
            })
    void refusesThisMachineInAnySpelling(String host) {
        WebhookDispatcher strict = strict(host);
        assertThatThrownBy(() -> strict.dispatch(Dispatches.opening()))
                .isInstanceOf(WebhookFailedException.class)
                .hasCauseInstanceOf(CheckedAddresses.RefusedAddressException.class)
                .hasMessageContaining("is not public");
        assertThat(receiver.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x7f.1",
                "2130706433",
                "0x7f000001",
                "017700000001",
                "127.1",
                "0177.0.0.1",
                "127.0.0.1.",
                "①②⑦.0.0.1"
            })
    void neverConnectsToOddSpellings(String host) {
        assertThatThrownBy(() -> strict(host).dispatch(Dispatches.opening()))
                .isInstanceOfAny(IllegalArgumentException.class, WebhookFailedException.class);
        assertThat(receiver.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0x7f.1", "2130706433", "0x7f000001", "017700000001", "127.1", "localhost.", "localtest.example"
            })
    void whateverTheNameServiceMakesOfItIsChecked(String host) {
        CheckedAddresses addresses = new CheckedAddresses(name -> answer("127.0.0.1"), List.of());
        assertThatThrownBy(() -> addresses.of(host, new Deadline(Duration.ofSeconds(20))))
                .isInstanceOf(CheckedAddresses.RefusedAddressException.class);
    }

    @Test
    void connectsToTheAddressThatWasChecked() {
        // Nobody but the name service given here knows the name.
        CountingNames names = new CountingNames("127.0.0.1");
        WebhookDispatcher dispatcher = Dispatches.local(receiver.url("receiver.invalid", "/"))
                .names(names)
                .build();
        assertThat(dispatcher.dispatch(Dispatches.opening())).isEqualTo(DeliveryResult.DELIVERED);
        assertThat(names.asked).isEqualTo(1);
        assertThat(receiver.request().header("Host")).isEqualTo("receiver.invalid:" + receiver.port());
    }

    @Test
    void anotherAnswerNextTimeIsCheckedAgain() {
        CountingNames names = new CountingNames("127.0.0.1", "169.254.169.254", "10.0.0.1");
        WebhookDispatcher dispatcher = Dispatches.local(receiver.url("receiver.invalid", "/"))
                .names(names)
                .build();
        assertThat(dispatcher.dispatch(Dispatches.opening())).isEqualTo(DeliveryResult.DELIVERED);
        for (String refused : List.of("169.254.169.254", "10.0.0.1")) {
            assertThatThrownBy(() -> dispatcher.dispatch(Dispatches.opening())).hasMessageContaining(refused);
        }
        assertThat(names.asked).isEqualTo(3);
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnough() {
        WebhookDispatcher dispatcher = WebhookDispatcher.builder(
                        Dispatches.JSON, Dispatches.endpoint(receiver.url("receiver.invalid", "/")))
                .allowHttp()
                .names(host -> answer("8.8.8.8", "127.0.0.1"))
                .build();
        assertThatThrownBy(() -> dispatcher.dispatch(Dispatches.opening()))
                .hasMessageContaining("127.0.0.1 is not public");
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void nextAddressIsTriedWhenOneDoesNotAnswer() {
        // The receiver listens on the first address of this machine only.
        WebhookDispatcher dispatcher = Dispatches.local(receiver.url("receiver.invalid", "/"))
                .names(host -> answer("127.0.0.2", "127.0.0.1"))
                .build();
        assertThat(dispatcher.dispatch(Dispatches.opening())).isEqualTo(DeliveryResult.DELIVERED);
    }

    @Test
    void unknownHostIsTriedAgain() {
        WebhookDispatcher dispatcher = Dispatches.local(receiver.url("receiver.invalid", "/"))
                .names(host -> {
                    throw new UnknownHostException(host);
                })
                .build();
        assertThatThrownBy(() -> dispatcher.dispatch(Dispatches.opening()))
                .isInstanceOf(WebhookFailedException.class)
                .hasCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void slowNameServiceIsLeftAtTheTimeLimit() {
        CountDownLatch never = new CountDownLatch(1);
        WebhookDispatcher dispatcher = Dispatches.local(receiver.url())
                .timeLimit(Duration.ofMillis(50))
                .names(host -> {
                    awaitQuietly(never);
                    return answer("127.0.0.1");
                })
                .build();
        assertThatThrownBy(() -> dispatcher.dispatch(Dispatches.opening()))
                .hasCauseInstanceOf(SocketTimeoutException.class);
        never.countDown();
    }

    private WebhookDispatcher strict(String host) {
        return WebhookDispatcher.builder(Dispatches.JSON, Dispatches.endpoint(receiver.url(host, "/")))
                .allowHttp()
                .build();
    }

    private static InetAddress[] answer(String... addresses) {
        return Arrays.stream(addresses).map(WebhookAddressTest::literal).toArray(InetAddress[]::new);
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers differently each time, and counts. */
    private static final class CountingNames implements NameService {
        private final Deque<String> answers;
        private int asked;

        CountingNames(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public InetAddress[] addressesOf(String host) {
            asked++;
            return answer(answers.removeFirst());
        }
    }
}
