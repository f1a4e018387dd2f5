package dev.ticketkit.samples.helpdesk.team;

import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.model.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts; the desk mails those among them who are operators. */
@Component
public class Team implements OperatorDirectory {
    private final JdbcClient database;
    // Asked at each call of the desk, so it is not read from the database at each.
    private volatile @Nullable List<Account> known;

    Team(JdbcClient database) {
        this.database = database;
    }

    /** Everybody, operators first, then by name. */
    public List<Account> accounts() {
        List<Account> all = known;
        if (all == null) {
            all = List.copyOf(stored());
            known = all;
        }
        return all;
    }

    private List<Account> stored() {
        return database.sql("select * from account order by case when role = 'CUSTOMER' then 1 else 0 end, name")
                .query(Team::account)
                .list();
    }

    /** Those who work on tickets. */
    public List<Account> operators() {
        return accounts().stream()
                .filter(account -> account.role().isOperator())
                .toList();
    }

    /** The account of an id. */
    public Optional<Account> find(String id) {
        return accounts().stream().filter(account -> account.id().equals(id)).findFirst();
    }

    /** The encoded password of an account. */
    public String password(String id) {
        return database.sql("select password from account where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Adds an account with its encoded password. */
    public void add(Account account, String password) {
        database.sql("insert into account (id, name, email, language, role, password) values (?, ?, ?, ?, ?, ?)")
                .params(account.id(), account.name(), account.email(), account.language())
                .params(account.role().name(), password)
                .update();
        known = null;
    }

    @Override
    public List<Operator> operators(TenantId tenant) {
        return operators().stream()
                .map(account -> new Operator(account.id(), account.name(), account.email(), account.language()))
                .toList();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                Role.valueOf(row.getString("role")));
    }
}
