package dev.ticketkit.samples.helpdesk.ticketlist;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.samples.helpdesk.page.Back;
import dev.ticketkit.samples.helpdesk.page.Choices;
import dev.ticketkit.samples.helpdesk.page.Choices.Choice;
import dev.ticketkit.samples.helpdesk.page.Priorities;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.samples.helpdesk.team.Team;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.TicketId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change of many tickets, as the list or its question sends it; what is left empty is kept.
 *
 * @param id ids of the marked rows
 * @param ids the same in one value with blanks between them: a server takes a thousand values of a form at most
 * @param whole whether all tickets of the list are meant, and not the marked ones
 * @param list which list
 * @param status key
 * @param priority name
 * @param owner id; {@value ListRequest#NOBODY} for none
 * @param category name
 * @param back address of the list
 */
record BulkForm(
        @Nullable List<String> id,
        @Nullable String ids,
        @Nullable Boolean whole,
        @Nullable ListRequest list,
        @Nullable String status,
        @Nullable String priority,
        @Nullable String owner,
        @Nullable String category,
        @Nullable String back) {

    /** The list whose tickets are meant. */
    ListRequest wholeList() {
        return list == null ? ListRequest.EVERYTHING : list;
    }

    /** The tickets that are named. */
    List<TicketId> tickets() {
        Stream<String> named = Stream.of(orEmpty(ids).split("\\s+", -1));
        Stream<String> marked = id == null ? Stream.of() : id.stream();
        return Stream.concat(marked, named)
                .filter(each -> !each.isBlank())
                .map(TicketId::of)
                .distinct()
                .toList();
    }

    /** What is changed: values by their fields. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("status", orEmpty(status));
        values.put("priority", orEmpty(priority));
        values.put("owner", orEmpty(owner));
        values.put("category", orEmpty(category));
        values.values().removeIf(String::isBlank);
        return values;
    }

    /** The same in the reader's words. */
    Map<String, String> said(Choices choices) {
        Map<String, List<Choice>> known = Map.of(
                "status", choices.statuses(),
                "priority", choices.priorities(),
                "owner", choices.owners(),
                "category", choices.categories());
        Map<String, String> said = values();
        said.replaceAll((field, value) -> Choice.label(known.getOrDefault(field, List.of()), value));
        return said;
    }

    /** Refuses what nobody can choose. */
    ChangeTicket command(Team team) {
        ChangeTicket.Builder change = ChangeTicket.builder()
                .status(orNull(status))
                .priority(Priorities.named(priority))
                .category(orNull(category));
        if (ListRequest.NOBODY.equals(owner)) {
            return change.clear(Clearable.OWNER).build();
        }
        return change.owner(owner(orEmpty(owner), team)).build();
    }

    private static @Nullable Party owner(String id, Team team) {
        if (id.isBlank()) {
            return null;
        }
        return team.find(id)
                .filter(account -> account.role().isOperator())
                .map(Account::party)
                .orElseThrow(() -> new RefusedException("owner", "the owner is no operator"));
    }

    /** Where to go afterwards: the list as it was looked at. */
    String way() {
        return Back.address(orEmpty(back), "/tickets", "/tickets?");
    }

    private static String orEmpty(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
