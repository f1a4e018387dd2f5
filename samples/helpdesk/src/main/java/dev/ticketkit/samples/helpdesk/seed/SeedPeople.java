package dev.ticketkit.samples.helpdesk.seed;

import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.samples.helpdesk.team.Customers;
import dev.ticketkit.samples.helpdesk.team.Role;
import dev.ticketkit.samples.helpdesk.team.Team;
import dev.ticketkit.spi.model.Contact;
import java.util.List;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** A team of four, and the people who write to it. */
@Component
class SeedPeople {
    /** The password of every demo account. */
    static final String PASSWORD = "demo";

    private static final Set<String> WITH_ACCOUNT = Set.of("bruno", "amelia", "ana");
    private static final List<Account> OPERATORS = List.of(
            new Account("marta", "Marta Bianchi", "marta@desk.example", "it", Role.ADMINISTRATOR),
            new Account("anna", "Anna Rossi", "anna@desk.example", "it", Role.OPERATOR),
            new Account("oliver", "Oliver Wright", "oliver@desk.example", "en", Role.OPERATOR),
            new Account("sofia", "Sofía Navarro", "sofia@desk.example", "es", Role.OWN_TICKETS));

    private final Team team;
    private final Customers customers;
    private final PasswordEncoder passwords;

    SeedPeople(Team team, Customers customers, PasswordEncoder passwords) {
        this.team = team;
        this.customers = customers;
        this.passwords = passwords;
    }

    void seed() {
        String password = passwords.encode(PASSWORD);
        OPERATORS.forEach(operator -> team.add(operator, password));
        for (List<String> row : Lines.of("people.txt")) {
            Contact contact = new Contact(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4));
            customers.add(contact);
            if (WITH_ACCOUNT.contains(contact.id())) {
                team.add(new Account(row.get(0), row.get(1), row.get(3), row.get(4), Role.CUSTOMER), password);
            }
        }
    }
}
