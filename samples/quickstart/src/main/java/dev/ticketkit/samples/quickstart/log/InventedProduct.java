package dev.ticketkit.samples.quickstart.log;

import java.util.List;
import java.util.Random;

/**
 * What the invented company sells.
 *
 * @param title its name
 * @param weight how many of a hundred tickets are about it
 * @param meanHours how long one step of the work takes
 */
record InventedProduct(String title, int weight, double meanHours) {
    private static final List<InventedProduct> ALL = List.of(
            new InventedProduct("Fatture Facili", 27, 30),
            new InventedProduct("Paghe e Contributi", 20, 72),
            new InventedProduct("Magazzino", 15, 48),
            new InventedProduct("Portale clienti", 12, 16),
            new InventedProduct("Contabilità", 10, 60),
            new InventedProduct("App mobile", 8, 24),
            new InventedProduct("Firma digitale", 5, 10),
            new InventedProduct("Stampanti e lettori di codici a barre", 3, 90));

    static InventedProduct choose(Random random) {
        int dice = random.nextInt(100);
        for (InventedProduct each : ALL) {
            dice -= each.weight;
            if (dice < 0) {
                return each;
            }
        }
        throw new IllegalStateException("weights must add up to 100");
    }
}
