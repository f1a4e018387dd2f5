package dev.ticketkit.samples.helpdesk.load;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Asks for each kind of page in turn, first to warm up, then to measure. */
final class Questions {
    private static final Pattern ASSET = Pattern.compile("(?:src|rel=\"stylesheet\" href)=\"(/[^\"]+)\"");
    private static final Pattern TICKET = Pattern.compile("class=\"reference\" href=\"(/tickets/[^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final String LINE = "%-34s %8s %8s %8s %9s%n";

    private final Visitor visitor;
    private final int rounds;
    private final Random random = new Random(16);
    private final Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
    private final List<String> tickets = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();

    Questions(Visitor visitor, int rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
        kinds.put("list, most urgent first", () -> "/tickets");
        kinds.put(
                "list, sorted",
                () -> "/tickets?sort="
                        + one(
                                "TITLE",
                                "UPDATED",
                                "OPENED",
                                "OWNER",
                                "CATEGORY",
                                "CONTACT_NAME",
                                "STATUS",
                                "REFERENCE",
                                "CLOSED")
                        + "&dir=" + one("asc", "desc"));
        kinds.put("list, a later page", () -> pages.get(random.nextInt(pages.size())));
        kinds.put(
                "filters",
                () -> "/tickets?status=" + one("open", "waiting", "closed") + "&priority="
                        + one("HIGH", "URGENT", "LOW") + "&owner=" + one("anna", "oliver", "-") + "&category="
                        + one("Billing", "Logistics"));
        kinds.put(
                "search, words",
                () -> "/tickets?q="
                        + one(
                                "parcel",
                                "invoice+lost",
                                "%22is+broken%22",
                                "order+" + (10_000 + random.nextInt(90_000))));
        kinds.put(
                "search, query",
                () -> "/tickets?q=status:open+priority%3E%3Dhigh+"
                        + one(
                                "owner:none",
                                "category:billing",
                                "opened%3E%3Dtoday-30d",
                                "contact:c" + random.nextInt(5_000)));
        kinds.put("ticket", () -> tickets.get(random.nextInt(tickets.size())));
        kinds.put("statistics, a month", () -> "/statistics");
        kinds.put("statistics, two years", () -> "/statistics?first=2024-06-01&last=2026-12-31");
        kinds.put(
                "statistics, a category, open now",
                () -> "/statistics?basis=open&category=" + one("Billing", "Account"));
        kinds.put("chats", () -> "/chats?status=" + one("open", "waiting"));
        kinds.put("new ticket", () -> "/tickets/new");
    }

    private String one(String... all) {
        return all[random.nextInt(all.length)];
    }

    void ask(PrintStream out) throws InterruptedException {
        collect();
        Map<String, List<Duration>> times = new LinkedHashMap<>();
        Map<String, Integer> bytes = new LinkedHashMap<>();
        Map<String, Integer> assets = new LinkedHashMap<>();
        for (int round = -rounds / 4; round < rounds; round++) {
            for (Map.Entry<String, Supplier<String>> kind : kinds.entrySet()) {
                Visitor.Answer answer = visitor.get(kind.getValue().get());
                if (round >= 0) {
                    times.computeIfAbsent(kind.getKey(), name -> new ArrayList<>())
                            .add(answer.time());
                }
                bytes.merge(kind.getKey(), answer.bytes(), Math::max);
                if (round == 0) {
                    assets.put(kind.getKey(), assets(answer.text()));
                }
            }
        }
        out.printf(Locale.ROOT, LINE, "page", "p50 ms", "p99 ms", "max ms", "kB");
        times.forEach(
                (kind, each) -> print(out, kind, each, bytes.getOrDefault(kind, 0) + assets.getOrDefault(kind, 0)));
    }

    /** Later pages and tickets, from walking through a list. */
    private void collect() throws InterruptedException {
        String address = "/tickets?sort=UPDATED&dir=desc";
        for (int page = 0; page < 20; page++) {
            String text = visitor.get(address).text();
            TICKET.matcher(text).results().forEach(found -> tickets.add(found.group(1)));
            var next = NEXT.matcher(text);
            if (!next.find()) {
                return;
            }
            address = next.group(1).replace("&amp;", "&");
            pages.add(address);
        }
    }

    /** The bytes of what a page loads besides itself. */
    private int assets(String page) throws InterruptedException {
        int sum = 0;
        for (String asset : new TreeSet<>(
                ASSET.matcher(page).results().map(found -> found.group(1)).toList())) {
            sum += visitor.get(asset).bytes();
        }
        return page.contains("/icons.svg") ? sum + visitor.get("/icons.svg").bytes() : sum;
    }

    private static void print(PrintStream out, String kind, List<Duration> times, int bytes) {
        Collections.sort(times);
        out.printf(
                Locale.ROOT,
                LINE,
                kind,
                millis(times.get(times.size() / 2)),
                millis(times.get((times.size() * 99 - 1) / 100)),
                millis(times.get(times.size() - 1)),
                (bytes + 999) / 1000);
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toNanos() / 1e6);
    }
}
