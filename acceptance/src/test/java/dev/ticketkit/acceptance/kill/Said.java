package dev.ticketkit.acceptance.kill;

import dev.ticketkit.core.result.CommandResult;
import java.nio.charset.StandardCharsets;

/**
 * A line a child says: that it tries a command, or that the command returned and with what.
 *
 * @param answer version and event of the receipt, or null for a try
 */
record Said(KeyedCommand command, Answer answer) {
    /** What a receipt says, with the event as text, {@code null} for none. */
    record Answer(String ticket, long version, String event) {
        static Answer of(CommandResult written) {
            return new Answer(
                    written.receipt().ticketId().value().toString(),
                    written.receipt().version(),
                    String.valueOf(written.receipt().eventId()));
        }
    }

    static byte[] trying(KeyedCommand command) {
        return line("TRY " + command.text());
    }

    static byte[] acknowledged(KeyedCommand command, Answer answer) {
        return line("ACK " + command.text() + " " + answer.ticket() + " " + answer.version() + " " + answer.event());
    }

    static Said parse(String line) {
        String[] words = line.split(" ", -1);
        KeyedCommand command = KeyedCommand.parse(words[1], words[2], words[3]);
        return switch (words[0]) {
            case "TRY" -> new Said(command, null);
            case "ACK" -> new Said(command, new Answer(words[4], Long.parseLong(words[5]), words[6]));
            default -> throw new IllegalArgumentException("a child said: " + line);
        };
    }

    /** One array for one write: a pipe takes it whole or not at all. */
    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
