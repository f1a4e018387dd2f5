package dev.ticketkit.samples.quickstart.log;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Random;

/** Monday to Friday, eight to six. */
final class WorkingTime {
    private static final int FIRST_HOUR = 8;
    private static final int HOURS = 10;

    private WorkingTime() {}

    /** The same day at an hour of work, or the Monday after. */
    static LocalDateTime atWork(LocalDateTime at, Random random) {
        LocalDateTime day = at;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.toLocalDate()
                .atTime(FIRST_HOUR, 0)
                .plusSeconds(random.nextInt(HOURS * 3600))
                .withNano(0);
    }

    /** Some time later: mostly soon, seldom much later than the mean. Always after. */
    static LocalDateTime after(LocalDateTime at, double meanHours, Random random) {
        double hours = -StrictMath.log(1 - random.nextDouble()) * meanHours;
        LocalDateTime later = at.plusSeconds(60 + (long) (hours * 3600));
        boolean outside = later.getHour() < FIRST_HOUR
                || later.getHour() >= FIRST_HOUR + HOURS
                || later.getDayOfWeek().getValue() > 5;
        LocalDateTime moved = outside ? atWork(later.plusDays(later.getHour() < FIRST_HOUR ? 0 : 1), random) : later;
        return moved.isAfter(at) ? moved : later;
    }
}
