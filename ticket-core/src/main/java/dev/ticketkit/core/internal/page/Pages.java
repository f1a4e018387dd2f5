package dev.ticketkit.core.internal.page;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Walks over rows that are read a page at a time, each page when it is needed; one page in memory. Can be walked again, anew. */
final class Pages<T> implements Iterable<T> {
    private final int size;
    private final Function<@Nullable T, List<T>> read;

    /**
     * Pages of rows.
     *
     * @param size how many rows a page has; a shorter one is the last
     * @param read the page behind a row, the first one for null
     */
    Pages(int size, Function<@Nullable T, List<T>> read) {
        this.size = size;
        this.read = read;
    }

    Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** The pages themselves, none of them empty. */
    Iterator<List<T>> pages() {
        return new PageWalk();
    }

    @Override
    public Iterator<T> iterator() {
        return new Walk();
    }

    private final class PageWalk implements Iterator<List<T>> {
        private List<T> page = List.of();
        private @Nullable T last;
        private boolean more = true;

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && more) {
                page = read.apply(last);
                more = page.size() == size;
            }
            return !page.isEmpty();
        }

        @Override
        public List<T> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<T> rows = page;
            last = rows.get(rows.size() - 1);
            page = List.of();
            return rows;
        }
    }

    private final class Walk implements Iterator<T> {
        private final PageWalk pages = new PageWalk();
        private Iterator<T> page = Collections.emptyIterator();

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && pages.hasNext()) {
                page = pages.next().iterator();
            }
            return page.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}
