package dev.ticketkit.spi.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The codes of three letters that some systems write where there is one of two, which alone is the tag (RFC 5646, 2.2.1). */
final class LanguageCodes {
    /** Where libraries and old lists have another code of ISO 639-2 than the one Java knows. */
    private static final String BIBLIOGRAPHIC =
            "alb=sq arm=hy baq=eu bur=my chi=zh cze=cs dut=nl fre=fr geo=ka ger=de gre=el"
                    + " ice=is mac=mk mao=mi may=ms per=fa rum=ro slo=sk tib=bo wel=cy";

    private static final Map<String, String> SHORT = new HashMap<>();

    static {
        for (String code : Locale.getISOLanguages()) {
            SHORT.put(Locale.forLanguageTag(code).getISO3Language(), code);
        }
        for (String pair : BIBLIOGRAPHIC.split(" ", -1)) {
            SHORT.put(pair.substring(0, 3), pair.substring(4));
        }
    }

    private LanguageCodes() {}

    /** The code of two letters, or the one that was given. */
    static String shortest(String language) {
        return language.length() == 3 ? SHORT.getOrDefault(language, language) : language;
    }
}
