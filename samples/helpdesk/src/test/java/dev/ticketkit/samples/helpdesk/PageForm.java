package dev.ticketkit.samples.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A form of a page.
 *
 * @param address where it goes
 * @param post whether it changes something
 * @param fields what it sends
 */
record PageForm(String address, boolean post, List<Field> fields) {
    private static final Set<String> FREE = Set.of("text", "search", "password", "");

    /**
     * What is sent under a name.
     *
     * @param name of it
     * @param value as the page has it
     * @param free whether a person types it
     */
    record Field(String name, String value, boolean free) {}

    /** The addresses of a page that lead to other pages. */
    static List<String> links(String page) {
        Stream<String> links = Jsoup.parse(page).select("a[href^=/], [hx-get^=/]").stream()
                .map(each -> each.hasAttr("hx-get") ? each.attr("hx-get") : each.attr("href"));
        return links.map(link -> link.replaceAll("#.*", "")).toList();
    }

    /** All forms of a page; each button that says another address or sends a value is a form of its own. */
    static List<PageForm> of(String page) {
        List<PageForm> forms = new ArrayList<>();
        for (Element form : Jsoup.parse(page).select("form[action], [hx-post]")) {
            if (form.hasAttr("hx-post")) {
                forms.add(new PageForm(form.attr("hx-post"), true, fields(form.closest("form"))));
                continue;
            }
            forms.add(new PageForm(form.attr("action"), form.attr("method").equalsIgnoreCase("post"), fields(form)));
            for (Element button : form.select("button[formaction], button[name]")) {
                forms.add(with(button, form));
            }
        }
        return forms;
    }

    private static PageForm with(Element button, Element form) {
        List<Field> fields = new ArrayList<>(fields(form));
        if (button.hasAttr("name")) {
            fields.add(new Field(button.attr("name"), button.attr("value"), false));
        }
        String address = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
        return new PageForm(address, form.attr("method").equalsIgnoreCase("post"), fields);
    }

    /** Everything is ticked and chosen that can be. */
    private static List<Field> fields(Element form) {
        List<Field> fields = new ArrayList<>();
        for (Element each : form.select("input[name], textarea[name], select[name]")) {
            if (each.attr("name").equals("_csrf")) {
                continue;
            }
            if (each.normalName().equals("select")) {
                Element last = each.select("option").last();
                fields.add(new Field(each.attr("name"), last == null ? "" : last.attr("value"), false));
            } else {
                boolean free = each.normalName().equals("textarea") || FREE.contains(each.attr("type"));
                fields.add(new Field(
                        each.attr("name"),
                        each.normalName().equals("textarea") ? each.wholeText() : each.attr("value"),
                        free));
            }
        }
        return fields;
    }

    /** Whether the page it stands on is not the same afterwards: what it shows is gone. */
    boolean isLast() {
        return address.matches(".*/(delete|remove|merge|hide)");
    }

    /** What kind of form it is: the same on the page of another ticket, and for another status. */
    String kind() {
        String path = address.replaceAll("\\?.*", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "#")
                .replaceAll("/(statuses|automations)/[^/]+/", "/$1/#/");
        return path + " "
                + fields.stream()
                        .map(Field::name)
                        .filter(name -> !name.equals("id"))
                        .distinct()
                        .toList();
    }

    /** Names and values in turn, what a person types filled otherwise. */
    String[] filled(UnaryOperator<String> typed) {
        return fields.stream()
                .flatMap(field -> Stream.of(field.name(), field.free() ? typed.apply(field.value()) : field.value()))
                .toArray(String[]::new);
    }

    /** Names and values in turn, everything filled with the same, as no browser does. */
    String[] forged(String value) {
        return fields.stream().flatMap(field -> Stream.of(field.name(), value)).toArray(String[]::new);
    }
}
