package org.housecall.access;

import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with Spring Security's current parameters, and what a password must be. */
@Component
class Passwords {

    static final int SHORTEST = 10;
    /** Argon2 hashes any length; a limit keeps a request from buying unbounded work. */
    static final int LONGEST = 200;

    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobodys = hash("compared with where there is no account, so that both take as long");

    String hash(String password) {
        return java.util.Objects.requireNonNull(encoder.encode(password));
    }

    boolean matches(@Nullable String password, @Nullable Account account) {
        String hash = account == null || account.passwordHash() == null ? nobodys : account.passwordHash();
        boolean same = password != null && password.length() <= LONGEST && encoder.matches(password, hash);
        return same && !hash.equals(nobodys);
    }

    String acceptable(String field, @Nullable String password) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            throw Problem.invalid(field, "access.password.length", SHORTEST, LONGEST);
        }
        return password;
    }
}
