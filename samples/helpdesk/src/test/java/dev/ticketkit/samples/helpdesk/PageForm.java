package dev.ticketkit.samples.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * A form of a page.
 *
 * @param address where it goes
 * @param post whether it changes something
 * @param fields what it sends
 */
record PageForm(String address, boolean post, List<Field> fields) {
    private static final Set<String> FREE = Set.of("text", "search", "password", "");
    private static final Set<String> TICKED = Set.of("checkbox", "radio");

    /**
     * What is sent under a name.
     *
     * @param name of it
     * @param value the last that can be chosen; what is typed as the page has it
     * @param free whether a person types it
     * @param untouched what is sent when nobody touches it, or null for nothing
     */
    record Field(
            String name,
            String value,
            boolean free,
            @Nullable String untouched) {}

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
            fields.add(new Field(button.attr("name"), button.attr("value"), false, button.attr("value")));
        }
        String address = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
        return new PageForm(address, form.attr("method").equalsIgnoreCase("post"), fields);
    }

    /** Everything is ticked and chosen that can be. */
    private static List<Field> fields(Element form) {
        List<Field> fields = new ArrayList<>();
        for (Element each : form.ownerDocument().select("input[name], textarea[name], select[name]")) {
            if (each.attr("name").equals("_csrf") || !isOf(form, each)) {
                continue;
            }
            fields.add(each.normalName().equals("select") ? chosen(each) : given(each));
        }
        return fields;
    }

    private static Field chosen(Element select) {
        Elements options = select.select("option");
        String last = options.isEmpty() ? "" : options.last().attr("value");
        Element selected = select.selectFirst("option[selected]");
        String first = options.isEmpty() ? "" : options.first().attr("value");
        return new Field(select.attr("name"), last, false, selected == null ? first : selected.attr("value"));
    }

    private static Field given(Element input) {
        boolean area = input.normalName().equals("textarea");
        String value = area ? input.wholeText() : input.attr("value");
        boolean ticked = input.hasAttr("checked") || !TICKED.contains(input.attr("type"));
        return new Field(input.attr("name"), value, area || FREE.contains(input.attr("type")), ticked ? value : null);
    }

    /** What stands inside of it, and what says by its id that it belongs to it. */
    private static boolean isOf(Element form, Element field) {
        return field.hasAttr("form") ? field.attr("form").equals(form.id()) : form.equals(field.closest("form"));
    }

    /** Names of what a person types. */
    List<String> typed() {
        return fields.stream().filter(Field::free).map(Field::name).distinct().toList();
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
                        .filter(name -> !name.equals("id") && !name.startsWith("list."))
                        .map(name -> name.replaceAll("\\d+", "#"))
                        .distinct()
                        .toList();
    }

    /** Whether it is this form, on the page as it is now. */
    boolean isSame(PageForm other) {
        return address.equals(other.address) && kind().equals(other.kind());
    }

    /** Names and values in turn, what a person types filled otherwise. */
    String[] filled(UnaryOperator<String> typed) {
        return fields.stream()
                .flatMap(field -> Stream.of(field.name(), field.free() ? typed.apply(field.value()) : field.value()))
                .toArray(String[]::new);
    }

    /** Names and values in turn as the page has them, but for what a person types. */
    String[] untouched(Function<Field, String> typed) {
        return fields.stream()
                .filter(field -> field.untouched() != null)
                .flatMap(field -> Stream.of(field.name(), field.free() ? typed.apply(field) : field.untouched()))
                .toArray(String[]::new);
    }

    /** Names and values in turn, everything filled with the same, as no browser does. */
    String[] forged(String value) {
        return fields.stream()
                .map(Field::name)
                .distinct()
                .flatMap(name -> Stream.of(name, value))
                .toArray(String[]::new);
    }
}
