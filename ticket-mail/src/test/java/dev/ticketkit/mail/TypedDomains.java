package dev.ticketkit.mail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws names of many scripts, and the ways in which people type one of them. What differs between these ways is case, normal form, width,
 * which sign is the dot, and what nobody sees.
 */
final class TypedDomains {
    /** Small letters of one script each, as they stand in names. Some came after the first edition of internationalised names. */
    private static final List<String> SCRIPTS = List.of(
            "abcdefghijklmnopqrstuvwxyz0123456789",
            "abcixyz019äéñøłđæþßœıöü",
            "aiⱥɐꞗʉɛŋƴ",
            "αβγδεζςσωώύή",
            "абвгдяїёўљџ",
            "աբգդե",
            "აბგდე",
            "ابتثجحمنهيپ",
            "אבגדהושת",
            "कखगघङतनमयर",
            "কখগৎতনমবয",
            "കഖഗൻൾളമന",
            "မနခဂဃဿ",
            "กขคงจฉ",
            "ᎠᎡᎢᎣᎤ",
            "例子测试帮助𠀋葛",
            "あいうえアイウエーカ",
            "가나다한글",
            "a1😀❤💩🏠");

    private static final List<String> DOTS = List.of(".", "。", "．", "｡");

    private final Random random;

    TypedDomains(Random random) {
        this.random = random;
    }

    /** One to three labels, small and in normal form. */
    String name() {
        List<String> labels = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            labels.add(label());
        }
        labels.add("example");
        return String.join(".", labels);
    }

    private String label() {
        int[] letters = SCRIPTS.get(random.nextInt(SCRIPTS.size())).codePoints().toArray();
        StringBuilder label = new StringBuilder();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            label.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return Normalizer.normalize(label, Normalizer.Form.NFC);
    }

    /** The same name, as somebody may type it. */
    String typed(String name) {
        StringBuilder typed = new StringBuilder();
        String shaped = shaped(name);
        for (int i = 0; i < shaped.length(); ) {
            int c = shaped.codePointAt(i);
            typed.append(c == '.' ? DOTS.get(random.nextInt(DOTS.size())) : letter(c));
            i += Character.charCount(c);
        }
        return random.nextInt(5) == 0 ? typed + DOTS.get(random.nextInt(DOTS.size())) : typed.toString();
    }

    private String shaped(String name) {
        return switch (random.nextInt(3)) {
            case 0 -> Normalizer.normalize(name, Normalizer.Form.NFD);
            case 1 -> Normalizer.normalize(name, Normalizer.Form.NFKD);
            default -> name;
        };
    }

    private String letter(int small) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> Character.toString(capital(small));
            case 2 -> Character.toString(small > ' ' && small <= '~' ? small + 0xFEE0 : small);
            case 3 ->
                Character.toString(small)
                        + List.of("\u00AD", "\u200B", "\uFE0F", "").get(random.nextInt(4));
            default -> Character.toString(small);
        };
    }

    /** Of a pair that belongs together: no sharp s, no final sigma, no dotless i. Where the capital is the usual form, the small one. */
    private static int capital(int small) {
        int upper = Character.toUpperCase(small);
        int lower = Character.toLowerCase(small);
        boolean pair = upper != small && Character.toLowerCase(upper) == small;
        return lower != small ? lower : pair ? upper : small;
    }
}
