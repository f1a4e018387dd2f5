package dev.ticketkit.samples.helpdesk.statistics;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.Statistics;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.samples.helpdesk.HelpDeskProperties;
import dev.ticketkit.samples.helpdesk.page.Choices;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.samples.helpdesk.team.Team;
import java.time.Clock;
import java.time.YearMonth;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The four statistics, and how the desk has fared. */
@Controller
class StatisticsController {
    private static final int MONTHS = 12;

    private final ActorDesk desk;
    private final Team team;
    private final Choices choices;
    private final Clock clock;
    private final HelpDeskProperties properties;

    StatisticsController(ActorDesk desk, Team team, Choices choices, Clock clock, HelpDeskProperties properties) {
        this.desk = desk;
        this.team = team;
        this.choices = choices;
        this.clock = clock;
        this.properties = properties;
    }

    @GetMapping("/statistics")
    String statistics(@ModelAttribute("range") RangeRequest range, Model model) {
        YearMonth month = YearMonth.now(clock.withZone(properties.zone()));
        StatisticsQuery query = range.query(month);
        Statistics statistics = desk.statistics();
        model.addAttribute("first", range.firstDay(month));
        model.addAttribute("last", range.lastDay(month));
        model.addAttribute("report", statistics.report(query));
        model.addAttribute("percentiles", statistics.closingPercentiles(query));
        model.addAttribute("flow", statistics.monthlyFlow(month.minusMonths(MONTHS - 1), month));
        model.addAttribute("workload", statistics.workload());
        model.addAttribute("backlog", statistics.backlogAge());
        model.addAttribute("names", team.operators().stream().collect(Collectors.toMap(Account::id, Account::name)));
        model.addAttribute("choices", choices);
        return "statistics/statistics";
    }
}
