package dev.ticketkit.jdbc.internal.search;

/** Where a phrase is looked for, as SQL on ticket {@code t}; see {@link SearchText}. */
enum SearchField {
    ANY("t.search_text"),
    TITLE("SUBSTRING(t.search_text FROM 1 FOR POSITION(' | ' IN t.search_text))"),
    CONTACT("""
            SUBSTRING(t.search_text FROM POSITION(' = ' IN t.search_text) + 2
              FOR GREATEST(POSITION(' # ' IN t.search_text) - POSITION(' = ' IN t.search_text) - 1, 0))"""),
    REFERENCE("SUBSTRING(t.search_text FROM POSITION(' # ' IN t.search_text) + 2)");

    private final String words;

    SearchField(String words) {
        this.words = words;
    }

    /** Its words with blanks around. */
    String words() {
        return words;
    }
}
