package dev.ticketkit.spi.text;

import org.jspecify.annotations.Nullable;

/**
 * What people type and systems write of a person, in the one form that is kept: two spellings of a number are one number. What has no
 * such form comes back as it is, for the constraint to refuse: nothing is guessed. Text that is in its form already stays as it is.
 */
public final class PersonText {
    private PersonText() {}

    /**
     * A phone number as E.164. Taken are international numbers, with {@code +} or {@code 00}, and whatever is written between the digits:
     * blanks, dashes, dots, brackets, one slash, digits of any script; behind the country what is dialled inside it alone, {@code (0)},
     * {@code (020)} and {@code (06)} of Hungary; and what systems write before them: {@code tel:}, {@code sms:}, {@code callto:},
     * {@code whatsapp:}. Not taken are numbers without the country, extensions, letters and several numbers.
     *
     * @return null for a text that is null or blank
     */
    public static @Nullable String phone(@Nullable String typed) {
        return typed == null || TextRule.isBlank(typed) ? null : PhoneText.e164(typed);
    }

    /**
     * An e-mail address without what surrounds it: blanks, invisible characters, {@code mailto:} with its subject. One in wide letters
     * is kept in usual ones. Not taken are names beside the address, comments, quotes and several addresses.
     *
     * @return null for a text that is null or blank
     */
    public static @Nullable String email(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String address = EmailText.address(bare(typed));
        return address.isEmpty() ? null : address;
    }

    /**
     * A language tag of BCP 47. Taken are also the names of locales of POSIX, Java, Android and Apple: {@code it_IT.UTF-8},
     * {@code zh_TW_#Hant}, {@code b+sr+Latn}; and codes of three letters where there is one of two. What a tag says of calendars, units
     * and the like is left out where it would be too long with it.
     *
     * @return null for a text that is null, blank, or names no language, such as {@code C}, {@code und-IT} and {@code *}
     */
    public static @Nullable String language(@Nullable String typed) {
        return typed == null ? null : LanguageText.tag(typed, bare(typed));
    }

    /** Without blanks and invisible characters at either end. */
    static String bare(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(int codePoint) {
        return codePoint == ' '
                || (codePoint > '~' && TextRule.isBlank(Character.toString(codePoint)))
                || (codePoint >= '\t' && codePoint <= '\r');
    }
}
