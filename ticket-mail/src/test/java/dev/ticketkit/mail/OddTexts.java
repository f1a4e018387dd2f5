package dev.ticketkit.mail;

import java.util.List;
import java.util.Random;

/** Draws texts that are hard to put into a header: long words, halves of characters, what looks like a header or like encoded text. */
final class OddTexts {
    private static final List<String> PIECES = List.of(
            "word",
            " ",
            "  ",
            "x".repeat(80),
            "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
            "打印机坏了".repeat(12),
            "👩\u200D👩\u200D👧\u200D👦",
            "😀".repeat(20),
            "e" + "\u0301".repeat(40),
            "שלום ",
            "نامه\u200Cای",
            "\"",
            "\\",
            "\"\\\"",
            "=?utf-8?q?=0D=0ABcc=3A_x?=",
            "=?",
            "?=",
            "<x@evil.example>",
            ",",
            "\r\nBcc: x@evil.example",
            "\r\n\r\nbody",
            "\n",
            "\r",
            "\u0085",
            "\u2028",
            "\u0000",
            "\t",
            "\u202E",
            "\uD83D",
            "\uDE00",
            "\u00A0",
            "\uFEFF");

    private OddTexts() {}

    static String drawn(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
