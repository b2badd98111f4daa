package org.housecall.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with the parameters that OWASP asks for at least, and what a password must be. */
@Component
class Passwords {

    static final int SHORTEST = 10;
    /** Argon2 hashes any length; a limit keeps a request from buying unbounded work. */
    static final int LONGEST = 200;

    private final Zxcvbn guesser = new Zxcvbn();
    /** 19 MiB, two passes, one lane. A hash keeps its own parameters, so that one made with others still verifies. */
    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    private final String nobodys = hash("compared with where there is no account, so that both take as long");

    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    boolean matches(@Nullable String password, @Nullable Account account) {
        String hash = account == null || account.passwordHash() == null ? nobodys : account.passwordHash();
        boolean same = password != null && password.length() <= LONGEST && encoder.matches(password, hash);
        return same && !hash.equals(nobodys);
    }

    /**
     * The password, where it may be used; else fails with the field's error.
     *
     * @param own what belongs to its owner and is guessed first
     */
    String acceptable(String field, @Nullable String password, String... own) {
        if (password == null || !hasAllowedLength(password)) {
            throw Problem.invalid(field, "access.password.length", SHORTEST, LONGEST);
        }
        if (isCommon(password, List.of(own))) {
            throw Problem.invalid(field, "access.password.common");
        }
        return password;
    }

    static boolean hasAllowedLength(String password) {
        return password.length() >= SHORTEST && password.length() <= LONGEST;
    }

    /** On the list of the most used ones, or the owner's own name or address, also in disguise: reversed or with digits for letters. */
    boolean isCommon(String password, List<String> own) {
        List<Match> parts =
                guesser.measure(password.toLowerCase(Locale.ROOT), own).getSequence();
        return parts.size() == 1
                && ("passwords".equals(parts.getFirst().dictionaryName)
                        || "user_inputs".equals(parts.getFirst().dictionaryName));
    }
}
