package dev.ticketkit.samples.helpdesk.team;

import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.model.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts; the desk mails those among them who are operators. */
@Component
public class Team implements OperatorDirectory {
    private final JdbcClient database;

    Team(JdbcClient database) {
        this.database = database;
    }

    /** Everybody, operators first, then by name. */
    public List<Account> accounts() {
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
        return database.sql("select * from account where id = ?")
                .param(id)
                .query(Team::account)
                .optional();
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
