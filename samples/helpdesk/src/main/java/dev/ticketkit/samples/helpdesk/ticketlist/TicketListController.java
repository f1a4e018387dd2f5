package dev.ticketkit.samples.helpdesk.ticketlist;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.query.CsvOptions;
import dev.ticketkit.core.query.CsvOptions.Separator;
import dev.ticketkit.samples.helpdesk.page.Choices;
import dev.ticketkit.samples.helpdesk.page.WordsOfRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of tickets, and the same as a file. */
@Controller
class TicketListController {
    private final ActorDesk desk;
    private final Lists lists;
    private final Choices choices;
    private final WordsOfRequest words;

    TicketListController(ActorDesk desk, Lists lists, Choices choices, WordsOfRequest words) {
        this.desk = desk;
        this.lists = lists;
        this.choices = choices;
        this.words = words;
    }

    /** One page. */
    @GetMapping("/tickets")
    String list(@ModelAttribute("list") ListRequest request, Model model) {
        model.addAttribute("page", lists.page(request));
        model.addAttribute("overview", Overview.of(desk.statistics()));
        model.addAttribute("choices", choices);
        return "ticketlist/list";
    }

    /** All pages. */
    @GetMapping("/tickets.csv")
    void csv(@ModelAttribute("list") ListRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tickets.csv\"");
        desk.writeCsv(lists.query(request), options(), response.getWriter());
    }

    /** What a spreadsheet of the reader's country opens without asking. */
    private CsvOptions options() {
        boolean comma = words.language().equals(Locale.ENGLISH);
        return CsvOptions.builder()
                .separator(comma ? Separator.COMMA : Separator.SEMICOLON)
                .byteOrderMark(true)
                .spreadsheetTimes(true)
                .build();
    }
}
