package dev.ticketkit.samples.helpdesk.account;

import dev.ticketkit.samples.helpdesk.team.Account;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;

/** Somebody who has signed in, as Spring Security keeps it in the session. */
public final class SignedIn extends User {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Account account;

    SignedIn(Account account, String password) {
        super(
                account.id(),
                password,
                AuthorityUtils.createAuthorityList("ROLE_" + account.role().name()));
        this.account = account;
    }

    /** The account of this request. */
    public static Account account() {
        return maybe().orElseThrow(() -> new IllegalStateException("nobody has signed in"));
    }

    /** The account of this request, if somebody has signed in. */
    public static Optional<Account> maybe() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof SignedIn one
                ? Optional.ofNullable(one.account)
                : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
