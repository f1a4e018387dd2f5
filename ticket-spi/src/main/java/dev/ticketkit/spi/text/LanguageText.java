package dev.ticketkit.spi.text;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of languages as operating systems, browsers and platforms write them. */
final class LanguageText {
    /** Nearly all, and in their form already; three codes are older ones of Java, for other codes. */
    private static final Pattern USUAL = Pattern.compile("(?!iw|in|ji)[a-z]{2}(-[A-Z]{2})?");

    /** Language, region, what else; then charset and modifier of POSIX. */
    private static final Pattern LOCALE =
            Pattern.compile("([^.@]*)(?:\\.[A-Za-z0-9_-]+)?(?:@([A-Za-z0-9]+)(?:=[^@]*)?)?");

    private static final Pattern JAVA_SCRIPT = Pattern.compile("[_-]+#([A-Za-z]{4})(?:[_-].*)?$");
    private static final Pattern ANDROID_REGION = Pattern.compile("^([a-z]{2,3})-r([A-Z]{2})$");
    private static final Pattern LANGUAGE_AND_REGION = Pattern.compile("^([A-Za-z]{2,3}_[A-Za-z]{2})_.+$");
    private static final Set<String> NONE = Set.of("C", "POSIX", "root", "*");

    /** A region or a script without a language, as Android writes it. */
    private static final Pattern UNDETERMINED = Pattern.compile("(?i)und([_-].*)?");

    private static final Map<String, String> LEGACY =
            Map.of("zh-chs", "zh-Hans", "zh-cht", "zh-Hant", "no-no-ny", "nn-NO");
    private static final Map<String, String> SCRIPTS =
            Map.of("latin", "Latn", "cyrillic", "Cyrl", "devanagari", "Deva", "arabic", "Arab");

    /** Longer ones are no tags, and need not be looked into. */
    private static final int LONGEST = 100;

    /** What a contact's constraint takes of a tag. */
    private static final Pattern KEPT = Pattern.compile("(?=.{1,35}$)[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");

    private LanguageText() {}

    /**
     * The tag, null for none, or what was typed when it is no language.
     *
     * @param bare what was typed, without blanks around it
     */
    static @Nullable String tag(String typed, String bare) {
        if (USUAL.matcher(bare).matches()) {
            return bare;
        }
        if (bare.isEmpty()) {
            return null;
        }
        Matcher parts = LOCALE.matcher(bare);
        if (bare.length() > LONGEST || !parts.matches()) {
            return typed;
        }
        String name = parts.group(1);
        if (NONE.contains(name) || UNDETERMINED.matcher(name).matches()) {
            return null;
        }
        String modifier = parts.group(2);
        String tag = canonical(name, modifier == null ? "" : SCRIPTS.getOrDefault(modifier, ""));
        return tag == null ? typed : tag;
    }

    private static @Nullable String canonical(String name, String script) {
        String whole = wellFormed(name, script);
        if (whole != null) {
            return whole;
        }
        // Variants that only one platform has, such as th_TH_TH.
        Matcher shorter = LANGUAGE_AND_REGION.matcher(name);
        return shorter.matches() ? wellFormed(shorter.group(1), script) : null;
    }

    private static @Nullable String wellFormed(String name, String script) {
        Matcher java = JAVA_SCRIPT.matcher(name);
        boolean named = java.find();
        String tag = withHyphens(named ? name.substring(0, java.start()) : name);
        try {
            Locale.Builder locale =
                    new Locale.Builder().setLanguageTag(LEGACY.getOrDefault(tag.toLowerCase(Locale.ROOT), tag));
            String other = named ? java.group(1) : script;
            return tag((other.isEmpty() ? locale : locale.setScript(other)).build());
        } catch (IllformedLocaleException noTag) {
            return null;
        }
    }

    private static @Nullable String tag(Locale locale) {
        String language = locale.getLanguage();
        // BCP 47 leaves room for longer codes, and there is none: what is longer is a language's name.
        if (language.isEmpty() || language.length() > 3 || language.equals("und")) {
            return null;
        }
        Locale shortest = new Locale.Builder()
                .setLocale(locale)
                .setLanguage(LanguageCodes.shortest(language))
                .build();
        String whole = shortest.toLanguageTag();
        return KEPT.matcher(whole).matches()
                ? whole
                : shortest.stripExtensions().toLanguageTag();
    }

    private static String withHyphens(String name) {
        String android = name.startsWith("b+") ? name.substring(2).replace('+', '-') : name;
        return ANDROID_REGION.matcher(android.replaceAll("_+", "-")).replaceFirst("$1-$2");
    }
}
