package dev.ticketkit.samples.helpdesk.chat;

import dev.ticketkit.samples.helpdesk.HelpDeskProperties;
import dev.ticketkit.spi.model.Contact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Messages from outside, such as a gateway of a messenger. The id of a message says that it comes once. */
@RestController
class HookController {
    private static final int LONGEST_ID = 100;
    private static final int LONGEST = 4_000;

    private final Inbound inbound;
    private final HelpDeskProperties properties;

    HookController(Inbound inbound, HelpDeskProperties properties) {
        this.inbound = inbound;
        this.properties = properties;
    }

    /**
     * A message.
     *
     * @param messageId the gateway's id of it
     * @param contact who wrote it
     * @param text what it says
     */
    record InboundMessage(
            @Nullable String messageId,
            @Nullable Contact contact,
            @Nullable String text) {}

    @PostMapping("/hooks/chat")
    ResponseEntity<Void> message(
            @RequestHeader(name = "X-Helpdesk-Token", defaultValue = "") String token,
            @RequestBody InboundMessage message) {
        if (!isKnown(token)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        if (message.contact() == null || isWrong(message.messageId(), LONGEST_ID) || isWrong(message.text(), LONGEST)) {
            return ResponseEntity.badRequest().build();
        }
        inbound.receive(message.contact(), String.valueOf(message.messageId()), String.valueOf(message.text()));
        return ResponseEntity.accepted().build();
    }

    private boolean isKnown(String token) {
        byte[] expected = properties.hookToken().getBytes(StandardCharsets.UTF_8);
        return expected.length > 0 && MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isWrong(@Nullable String text, int most) {
        return text == null || text.isBlank() || text.length() > most;
    }
}
