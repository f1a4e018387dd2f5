package dev.ticketkit.core.query;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.List;

/**
 * What an operator typed, such as {@code printer -spam status:open,waiting priority>=high category:"After sales" owner:me opened>=2026-01-01}.
 *
 * <ul>
 *   <li>Plain words are looked for, words in quotation marks as a phrase; what stands after a minus or {@code NOT} is left out; {@code word*} is a beginning,
 *       {@code OR} stands between alternatives. See {@link TicketQuery#text}.
 *   <li>Keywords are {@code status, is} (open or closed), {@code priority, category, owner} (me, none, an id or a name), {@code contact} (an id or a name), {@code title, reference, origin,
 *       opened, updated, closed, attribute.name} and {@code sort} (a minus before the column turns it round), or their Italian and Spanish names.
 *   <li>Statuses and priorities are named by key or label. Values with commas between them, or of the same keyword, are alternatives; all
 *       keywords must hold. After a minus or {@code NOT}, a keyword leaves out what it would find; {@code -sort:opened} turns the order round.
 *   <li>Days are the tenant's.
 *   <li>Something pasted is words: {@code https://shop.example/o/77}, {@code aa:33:cc}, {@code Re: order late}, a quotation mark that nothing closes.
 * </ul>
 *
 * @param query what to list
 * @param hints in English, what was taken for words though a keyword may have been meant, each with its place; plain text without controls
 */
@JsonPropertyOrder({"query", "hints"})
public record ParsedQuery(TicketQuery query, List<String> hints) {
    /** Copies the list. */
    public ParsedQuery {
        hints = List.copyOf(hints);
    }
}
