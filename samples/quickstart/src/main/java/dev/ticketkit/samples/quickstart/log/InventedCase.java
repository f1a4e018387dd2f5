package dev.ticketkit.samples.quickstart.log;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One ticket's life, as a help desk might have lived it up to a day on which the log ends. */
final class InventedCase {
    private static final List<String> OPERATORS =
            List.of("Giulia Ferri", "Marco Bassi", "Niccolò Serra", "Chiara Donati", "Elena Villa", "Paolo Greco");
    private static final List<String> CUSTOMERS = List.of(
            "Caffè Aurora",
            "Officine Lombarde",
            "Studio Legale Neri",
            "Panificio San Marco",
            "Vivaio Il Glicine",
            "Trasporti Adriatica",
            "Farmacia Centrale",
            "Cantina dei Colli",
            "Libreria Ulisse",
            "Cartiera del Tevere",
            "Hotel Belvedere",
            "Comune di Valdarno");

    private static final double HOURS_TO_CLOSE = 90;

    private final Random random;
    private final String caseId;
    private final LocalDateTime end;
    private final InventedProduct product;
    private final String customer;
    private final String seriousness;
    private final List<List<String>> rows = new ArrayList<>();
    private LocalDateTime at;
    private String operator;

    InventedCase(Random random, String caseId, LocalDateTime opened, LocalDateTime end) {
        this.random = random;
        this.caseId = caseId;
        this.at = opened;
        this.end = end;
        product = InventedProduct.choose(random);
        // A few customers write most of the tickets.
        customer = CUSTOMERS.get((int) (CUSTOMERS.size() * random.nextDouble() * random.nextDouble()));
        seriousness = seriousness();
        operator = anyone();
    }

    List<List<String>> rows() {
        if (happens(12)) {
            did("Insert ticket", 2);
        }
        did("Assign seriousness", 3);
        did("Take in charge ticket", product.meanHours() / 3);
        waitOrHandOver();
        int end = random.nextInt(100);
        if (end < 4) {
            foundToBeBug();
        } else if (end < 95) {
            resolve();
        }
        return rows;
    }

    private void waitOrHandOver() {
        if (happens(35)) {
            did("Wait", product.meanHours());
        }
        if (happens(8)) {
            did("Require upgrade", product.meanHours());
        }
        if (happens(25)) {
            operator = anyone();
            did("Take in charge ticket", product.meanHours() / 3);
        }
    }

    private void foundToBeBug() {
        did("Create SW anomaly", 3 * product.meanHours());
        String[] ends = {"RESOLVED", "VERIFIED", "INVALID", "DUPLICATE"};
        did(ends[random.nextInt(ends.length)], 1);
    }

    private void resolve() {
        did("Resolve ticket", HOURS_TO_CLOSE);
        while (happens(9)) {
            did("Take in charge ticket", product.meanHours());
            did("Resolve ticket", HOURS_TO_CLOSE);
        }
        if (happens(93)) {
            did("Closed", 1);
        }
    }

    /** Writes a row, if the log has not ended yet, and lets time pass. */
    private void did(String activity, double meanHoursAfter) {
        if (at.isBefore(end)) {
            rows.add(List.of(
                    caseId, activity, operator, LogReader.TIME.format(at), customer, product.title(), seriousness));
        }
        at = WorkingTime.after(at, meanHoursAfter, random);
    }

    private String seriousness() {
        int dice = random.nextInt(100);
        return "Value " + (dice < 50 ? 1 : dice < 85 ? 2 : dice < 94 ? 3 : 4);
    }

    private String anyone() {
        return OPERATORS.get(random.nextInt(OPERATORS.size()));
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }
}
