package dev.ticketkit.core.catalogue;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.text.FoldedText;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes a status key from a label: "Attesa del cliente" becomes {@code attesa-del-cliente}. */
final class StatusKeys {
    private static final int MAX_LENGTH = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private StatusKeys() {}

    /** The key, or a refusal when the label has no letters a to z to make one of. */
    static String fromLabel(String label) {
        String plain = MARKS.matcher(
                        Normalizer.normalize(FoldedText.ofLabel(label).value(), Normalizer.Form.NFD))
                .replaceAll("");
        String key = EDGES.matcher(OTHERS.matcher(plain).replaceAll("-")).replaceAll("");
        if (key.isEmpty() || !Character.isLetter(key.charAt(0))) {
            throw new RefusedException("label", "no key can be made of it; give a key of a-z, 0-9 and - yourself");
        }
        return key.substring(0, Math.min(key.length(), MAX_LENGTH));
    }
}
