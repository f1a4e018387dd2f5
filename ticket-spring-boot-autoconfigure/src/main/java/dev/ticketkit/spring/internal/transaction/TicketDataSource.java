package dev.ticketkit.spring.internal.transaction;

import java.util.Arrays;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The one that has the tickets.
 *
 * @param dataSource as transactions know it, without a proxy that is aware of them
 */
public record TicketDataSource(DataSource dataSource) {
    /** The named one, the only one or the primary one. */
    public static TicketDataSource of(ListableBeanFactory beans, @Nullable String name) {
        return new TicketDataSource(unwrapped(found(beans, name)));
    }

    private static DataSource found(ListableBeanFactory beans, @Nullable String name) {
        if (name != null) {
            return beans.getBean(name, DataSource.class);
        }
        try {
            return beans.getBean(DataSource.class);
        } catch (NoUniqueBeanDefinitionException e) {
            throw new IllegalStateException(
                    "there are several data sources, and none is primary: set ticketkit.data-source to one of "
                            + Arrays.toString(beans.getBeanNamesForType(DataSource.class)),
                    e);
        }
    }

    /** Transaction managers unwrap it too, and so bind what is in it. */
    private static DataSource unwrapped(DataSource given) {
        if (given instanceof TransactionAwareDataSourceProxy proxy && proxy.getTargetDataSource() != null) {
            return proxy.getTargetDataSource();
        }
        return given;
    }
}
