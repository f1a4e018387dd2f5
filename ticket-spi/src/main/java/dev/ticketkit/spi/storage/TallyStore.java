package dev.ticketkit.spi.storage;

import java.util.List;
import java.util.Map;

/** Counts tickets. Answers are exact at the moment of the call, and equal to counting every ticket one by one. */
public interface TallyStore {
    /** The counted groups, in no order; groups without tickets are left out. A category stands under its present name. */
    List<TallyRow> tally(TallyQuery query);

    /**
     * How often tickets entered each status by a change, the changes lying in the query's range; opening in a status does not count.
     * The reading does not matter. By status key; statuses never entered are left out.
     */
    Map<String, Long> statusEntries(TallyQuery query);
}
