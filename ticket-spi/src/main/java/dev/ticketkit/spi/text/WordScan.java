package dev.ticketkit.spi.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One pass over a text that is not plain ASCII; see {@link Words}. */
final class WordScan {
    /** Written without blanks between words. */
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private static final int LONG_VOWEL = 0x30FC;
    private static final int FIRST_UNSPACED = 0xE00;

    private final Words.Each each;
    private final StringBuilder word = new StringBuilder();
    private final StringBuilder accented = new StringBuilder();
    private boolean unspaced;

    /** @param each gets each word, in order */
    WordScan(Words.Each each) {
        this.each = each;
    }

    void run(String text) {
        String plain = Normalizer.normalize(FoldedText.of(withoutSigns(text)).value(), Normalizer.Form.NFD);
        for (int i = 0; i < plain.length(); ) {
            int codePoint = plain.codePointAt(i);
            i += Character.charCount(codePoint);
            take(codePoint);
        }
        end(false);
    }

    private void take(int codePoint) {
        if (isUnseen(codePoint)) {
            if (PlainLetters.isAccent(codePoint)) {
                accented.appendCodePoint(codePoint);
            }
            return;
        }
        if (Character.isLetterOrDigit(codePoint)) {
            letter(codePoint);
        } else if (isMark(codePoint) && !word.isEmpty()) {
            word.appendCodePoint(codePoint);
            accented.appendCodePoint(codePoint);
        } else {
            end(codePoint == '*');
        }
    }

    private void letter(int codePoint) {
        boolean ofUnspaced = codePoint == LONG_VOWEL ? unspaced : isUnspaced(codePoint);
        if (ofUnspaced != unspaced) {
            end(false);
            unspaced = ofUnspaced;
        }
        accented.appendCodePoint(codePoint);
        String plain = PlainLetters.of(codePoint);
        if (plain == null) {
            word.appendCodePoint(codePoint);
        } else {
            word.append(plain);
        }
    }

    private void end(boolean starred) {
        String whole = Normalizer.normalize(word, Normalizer.Form.NFC);
        String withAccents = Normalizer.normalize(accented, Normalizer.Form.NFC);
        word.setLength(0);
        accented.setLength(0);
        if (whole.isEmpty()) {
            return;
        }
        if (unspaced) {
            neighbours(whole, starred);
        } else {
            each.take(cut(whole), cut(withAccents), starred);
        }
    }

    /** Two characters each, with their marks; a single one alone. */
    private void neighbours(String run, boolean starred) {
        List<Integer> begins = new ArrayList<>();
        for (int i = 0; i < run.length(); i += Character.charCount(run.codePointAt(i))) {
            if (begins.isEmpty() || !isMark(run.codePointAt(i))) {
                begins.add(i);
            }
        }
        begins.add(run.length());
        int last = Math.max(0, begins.size() - 3);
        for (int i = 0; i <= last; i++) {
            int end = begins.get(Math.min(i + 2, begins.size() - 1));
            String pair = cut(run.substring(begins.get(i), end));
            each.take(pair, pair, starred && i == last);
        }
    }

    private static String withoutSigns(String text) {
        if (text.codePoints().noneMatch(PlainLetters::isSign)) {
            return text;
        }
        StringBuilder without = new StringBuilder(text.length());
        text.codePoints().map(c -> PlainLetters.isSign(c) ? ' ' : c).forEach(without::appendCodePoint);
        return without.toString();
    }

    private static String cut(String whole) {
        return whole.codePointCount(0, whole.length()) <= Words.MAX_CODE_POINTS
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, Words.MAX_CODE_POINTS));
    }

    /** Whether a letter is of a script without blanks. */
    static boolean isUnspaced(int codePoint) {
        return codePoint >= FIRST_UNSPACED
                && UNSPACED.contains(UnicodeScript.of(codePoint))
                && !Character.isDigit(codePoint);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** What makes no other word; soft hyphens and joiners inside one do not either. */
    private static boolean isUnseen(int codePoint) {
        return PlainLetters.isLeftOut(codePoint) || Character.getType(codePoint) == Character.FORMAT;
    }
}
