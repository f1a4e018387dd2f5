package dev.ticketkit.core.internal.query;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.query.ParsedQuery;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Makes a query of what an operator typed: {@code status:open priority>=high owner:me -spam}. Goes over the text once; nothing in it is
 * looked up but the tenant's words for statuses and priorities.
 */
public final class QueryParser {
    /** Longest text in code points. */
    public static final int MAX_CODE_POINTS = 4_000;

    private final Catalogue catalogue;
    private final Actor actor;
    private final QueryTimes times;

    /**
     * A parser for one actor of one tenant.
     *
     * @param zone in which days begin
     * @param now what day today is
     */
    public QueryParser(Catalogue catalogue, Actor actor, ZoneId zone, Instant now) {
        this.catalogue = catalogue;
        this.actor = actor;
        this.times = new QueryTimes(zone, now);
    }

    /**
     * The query, and what was taken for words though it looks like more.
     *
     * @throws RefusedException naming {@code query}, the place, what was found there and what is allowed
     */
    public ParsedQuery parse(String text) {
        if (text.length() > 2 * MAX_CODE_POINTS || text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
            throw new RefusedException("query", "is too long, at most " + MAX_CODE_POINTS + " code points are allowed");
        }
        QueryDraft draft = new QueryDraft(new QueryWords(catalogue), times, actor);
        draft.addAll(new TermReader(text).readAll());
        return new ParsedQuery(draft.query(), draft.hints());
    }
}
