package dev.ticketkit.samples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** One person who follows every link and fills every form that is met. */
final class FormsCrawl {
    private static final int MOST_PAGES = 150;

    private final DeskPages desk;
    private final String account;
    private final BiConsumer<String, MockHttpServletResponse> check;
    private final MockHttpSession session = new MockHttpSession();
    private final Map<String, Met> forms = new LinkedHashMap<>();
    private final Set<String> filled = new TreeSet<>();

    /** A form, and the page it was on. */
    private record Met(PageForm form, String page) {}

    /** @param check what must hold of every answer; it is told what was asked for */
    FormsCrawl(DeskPages desk, String account, BiConsumer<String, MockHttpServletResponse> check) {
        this.desk = desk;
        this.account = account;
        this.check = check;
    }

    /** Follows all links from a page. Of pages that differ only in what they ask for, one stands for all. */
    void walk(String from) throws Exception {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String address = open.remove();
            if (!seen.add(kind(address))) {
                continue;
            }
            MockHttpServletResponse answer = get(address);
            String text = checked(address, answer);
            meet(text, address);
            open.addAll(PageForm.links(text));
            Optional.ofNullable(answer.getRedirectedUrl()).ifPresent(open::add);
        }
        assertThat(seen).as("kinds of pages").hasSizeLessThan(MOST_PAGES);
    }

    private void meet(String text, String page) {
        for (PageForm form : PageForm.of(text)) {
            if (!form.address().matches("/log(in|out)")) {
                // Of several the last, which has more to lose: what can only be made comes before what is there.
                forms.put(form.kind(), new Met(form, page));
            }
        }
    }

    /** Fills what was met and not filled yet, and what is met by that; what makes things go comes last, or it would take other forms along. */
    void fill(Function<PageForm, List<String>> typed) throws Exception {
        for (boolean last : new boolean[] {false, true}) {
            for (Met next = next(last); next != null; next = next(last)) {
                filled.add(next.form().kind());
                fill(next, typed.apply(next.form()));
            }
        }
    }

    private Met next(boolean last) {
        return forms.entrySet().stream()
                .filter(each -> !filled.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .filter(each -> each.form().isLast() == last)
                .findFirst()
                .orElse(null);
    }

    /** The form as its page has it now: what was sent before may have changed the ticket it is of. */
    private PageForm fresh(Met met) throws Exception {
        return PageForm.of(get(met.page()).getContentAsString()).stream()
                .filter(met.form()::isSame)
                .findFirst()
                .orElse(met.form());
    }

    private void fill(Met met, List<String> typed) throws Exception {
        submit(met, fresh(met).filled(UnaryOperator.identity()));
        submit(met, fresh(met).untouched(PageForm.Field::untouched));
        submit(met, new String[0]);
        for (String hostile : typed) {
            if (!met.form().typed().isEmpty()) {
                PageForm form = fresh(met);
                submit(met, form.filled(value -> hostile));
                submit(met, form.untouched(field -> hostile));
            }
            submit(met, met.form().forged(hostile));
        }
        for (String name : met.form().typed()) {
            submit(met, fresh(met).untouched(field -> field.name().equals(name) ? typed.get(0) : field.untouched()));
        }
    }

    private void submit(Met met, String[] values) throws Exception {
        PageForm form = met.form();
        MockHttpServletResponse answer = form.post() ? post(form.address(), values) : get(address(form, values));
        String text = checked(form.kind() + " " + List.of(values), answer);
        if (answer.getRedirectedUrl() != null) {
            String next = answer.getRedirectedUrl();
            meet(checked(form.kind() + " leads to " + next, get(next)), next);
        } else if (form.post() && text.contains("<html")) {
            // Its address stays in the browser: coming back to it must lead somewhere.
            assertThat(get(form.address()).getStatus())
                    .as(account + " comes back to " + form.address())
                    .isIn(200, 302);
            meet(text, met.page());
        }
    }

    private MockHttpServletResponse get(String address) throws Exception {
        return desk.answer(
                account,
                MockMvcRequestBuilders.get(URI.create(address))
                        .locale(Locale.ENGLISH)
                        .session(session));
    }

    private MockHttpServletResponse post(String address, String[] values) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(URI.create(address))
                .locale(Locale.ENGLISH)
                .session(session)
                .with(csrf());
        for (int i = 0; i < values.length; i += 2) {
            request.param(values[i], values[i + 1]);
        }
        return desk.answer(account, request);
    }

    private static String address(PageForm form, String[] values) {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < values.length; i += 2) {
            asked.add(values[i] + "=" + URLEncoder.encode(values[i + 1], StandardCharsets.UTF_8));
        }
        return form.address() + "?" + String.join("&", asked);
    }

    private String checked(String what, MockHttpServletResponse answer) throws Exception {
        check.accept(account + " " + what.substring(0, Math.min(300, what.length())), answer);
        return answer.getContentAsString();
    }

    /** The kinds of all forms that were filled. */
    Set<String> filled() {
        return filled;
    }

    /** A page of another ticket, filter or cursor is the same kind of page. */
    private static String kind(String address) {
        return address.replaceAll("=[^&]*", "=").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "#");
    }
}
