package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.benchmarks.load.CpuWork;
import dev.ticketkit.spi.model.Ticket;
import java.util.ArrayList;
import java.util.List;

/** Changes status and priority of tickets in hand through a desk of some size. */
public final class SizedChange implements CpuWork {
    private final SizedDesk desk;
    private final List<Ticket> mine;
    private long turn;

    /** Changes tickets that went through the first change. */
    public SizedChange(SizedDesk desk, List<Ticket> tickets) {
        this.desk = desk;
        this.mine = new ArrayList<>(tickets);
    }

    @Override
    public void begin() {
        desk.tend();
    }

    @Override
    public void call() {
        int at = (int) (turn % mine.size());
        mine.set(at, desk.change(mine.get(at), 1 + turn / mine.size()));
        turn++;
    }
}
