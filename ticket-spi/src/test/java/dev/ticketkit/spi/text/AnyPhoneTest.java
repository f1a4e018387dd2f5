package dev.ticketkit.spi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The kind of all ways to write a number for callers from abroad: whatever stands around its digits, it is that number. */
@Tag("R8")
class AnyPhoneTest {
    private static final long SEED = 20_261_212L;
    private static final int ROUNDS = 20_000;

    private static final List<String> COUNTRIES = List.of(
            "1", "7", "20", "27", "31", "33", "34", "38", "39", "44", "49", "54", "55", "61", "81", "86", "91", "225",
            "226", "227", "229", "241", "242", "351", "353", "378", "379", "420", "598", "852", "971", "998");

    /** Behind these, numbers may begin with a nought, which is dialled from abroad. */
    private static final Set<String> WITH_NOUGHT = Set.of("38", "39", "378", "379", "225", "226", "227", "229", "242");

    private static final List<String> PLUS = List.of(
            "+",
            "00",
            "\uFF0B",
            "\uFE62",
            "+ ",
            "0 0",
            "00-",
            "tel:+",
            "TEL: +",
            "tel:00",
            "sms:+",
            "callto:+",
            "whatsapp:+",
            "\u200Etel:+");

    private static final List<String> BETWEEN = List.of(
            "", "", "", " ", "  ", "-", ".", " - ", "\t", "\u00A0", "\u2007", "\u2009", "\u202F", "\u3000", "\u2010",
            "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\uFF0D", "\uFE63", "\u30FC", "\uFF70", "\u00AD",
            "\u00B7", "\u2022", "\u30FB", "\uFF65", "\uFF0E", "\u200B", "\u200E", "\u200F", "\u061C", "\u202A",
            "\u202C", "\u2066", "\u2069", "\u2060", "\uFEFF");

    private static final List<String> AROUND =
            List.of("", "", " ", "\u00A0", "\u202A", "\u202C", "\u200E", "\u2066", "\u2069", "\uFEFF", "\r\n", "\t");

    /** By their noughts: Latin, wide, Arabic, Persian, Devanagari, Bengali, Thai, and the bold ones of mathematics. */
    private static final List<Integer> NOUGHTS =
            List.of(0x30, 0x30, 0x30, 0xFF10, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0x1D7CE);

    private static final String[][] BRACKETS = {{"(", ")"}, {"[", "]"}, {"\uFF08", "\uFF09"}, {"\uFF3B", "\uFF3D"}};

    private final Random random = new Random(SEED);

    @Test
    void isTheNumberWhateverStandsAroundItsDigits() {
        for (int round = 0; round < ROUNDS; round++) {
            String country = one(COUNTRIES);
            String rest = rest(country);
            String typed = written(country, rest);
            String kept = PersonText.phone(typed);

            assertThat(kept).as("seed %d, round %d, %s", SEED, round, typed).isEqualTo("+" + country + rest);
            assertThat(PersonText.phone(kept)).isSameAs(kept);
        }
    }

    private String rest(String country) {
        StringBuilder rest = new StringBuilder();
        boolean nought = WITH_NOUGHT.contains(country) && random.nextBoolean();
        rest.append(nought ? 0 : 1 + random.nextInt(9));
        for (int i = random.nextInt(15 - country.length()); i > 0; i--) {
            rest.append(random.nextInt(10));
        }
        return rest.toString();
    }

    private String written(String country, String rest) {
        String typed;
        do {
            typed = one(AROUND) + start(country) + one(BETWEEN) + local(country, rest) + one(AROUND);
        } while (typed.length() > 100);
        return typed;
    }

    /** {@code +39}, {@code (0039)}, {@code +(39)}. */
    private String start(String country) {
        String[] brackets = BRACKETS[random.nextInt(BRACKETS.length)];
        return switch (random.nextInt(4)) {
            case 0 -> brackets[0] + "+" + digits(country) + brackets[1];
            case 1 -> one(PLUS) + brackets[0] + digits(country) + brackets[1];
            default -> one(PLUS) + one(BETWEEN) + digits(country);
        };
    }

    /** With the nought of callers inside the country, or what stands for it where it is dialled from abroad too. */
    private String local(String country, String rest) {
        String[] brackets = BRACKETS[random.nextInt(BRACKETS.length)];
        boolean stays = WITH_NOUGHT.contains(country);
        if (random.nextInt(3) > 0 || (stays && !rest.startsWith("0"))) {
            return slashed(rest);
        }
        String area = stays ? rest.substring(1) : rest;
        if (random.nextBoolean() || area.length() < 4 || area.startsWith("0")) {
            return brackets[0] + digits("0") + brackets[1] + one(BETWEEN) + digits(area);
        }
        return brackets[0]
                + digits("0" + area.substring(0, 3))
                + brackets[1]
                + one(BETWEEN)
                + digits(area.substring(3));
    }

    /** A slash stands before at least five digits: fewer would be another end of the number. */
    private String slashed(String rest) {
        if (rest.length() < 7 || random.nextBoolean()) {
            return digits(rest);
        }
        int slash = 1 + random.nextInt(rest.length() - 5);
        return digits(rest.substring(0, slash)) + one(BETWEEN) + "/" + one(BETWEEN) + digits(rest.substring(slash));
    }

    private String digits(String digits) {
        int nought = one(NOUGHTS);
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            typed.append(i == 0 ? "" : one(BETWEEN));
            typed.appendCodePoint(nought + digits.charAt(i) - '0');
        }
        return typed.toString();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
