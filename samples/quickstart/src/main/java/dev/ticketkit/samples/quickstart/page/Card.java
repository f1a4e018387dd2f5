package dev.ticketkit.samples.quickstart.page;

/** One chart with what it says. */
final class Card {
    private Card() {}

    /**
     * A section of the page.
     *
     * @param id unique on the page
     * @param kind its class in the style sheet, besides {@code card}
     * @param insight the chart in one sentence, not yet escaped
     * @param content markup
     */
    static String html(String id, String kind, String title, String insight, String content) {
        return """
                <section class="card %s" aria-labelledby="%s">
                <h2 id="%2$s">%s</h2>
                <p class="insight">%s</p>
                %s</section>
                """.formatted(kind, id, Html.escape(title), Html.escape(insight), content);
    }

    /** A legend: pairs of a class and its word. */
    static String legend(String... kindsAndWords) {
        StringBuilder items = new StringBuilder("<ul class=\"legend\">");
        for (int i = 0; i < kindsAndWords.length; i += 2) {
            items.append("<li><span class=\"key " + kindsAndWords[i] + "\" aria-hidden=\"true\"></span>"
                    + Html.escape(kindsAndWords[i + 1]) + "</li>");
        }
        return items + "</ul>\n";
    }
}
