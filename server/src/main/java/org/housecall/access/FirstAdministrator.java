package org.housecall.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.housecall.platform.PlatformSettings;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.housecall.platform.StartupProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An installation without any account is claimed: by what is configured, or by whoever reads the code that each start
 * prints on the console.
 */
@Component
@EnableConfigurationProperties(FirstAdministrator.Settings.class)
public class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Settings settings;
    private final PlatformSettings platform;
    private final MessageSource messages;
    private final Clock clock;

    FirstAdministrator(
            JdbcClient jdbc,
            Accounts accounts,
            Passwords passwords,
            Settings settings,
            PlatformSettings platform,
            MessageSource messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.platform = platform;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!accounts.isEmpty()) {
            return;
        }
        if (settings.email() != null && settings.password() != null) {
            accounts.createAdministrator(settings.email(), passwords.hash(acceptable(settings.password())));
        } else {
            printCode();
        }
    }

    /** On the console and not in the log, which may be a file that others read. */
    private void printCode() {
        String code = Secret.toType();
        jdbc.sql("insert into installation_code (code_hash, created_at) values (?, ?)")
                .params(Secret.hash(Secret.typed(code)), OffsetDateTime.now(clock))
                .update();
        Object[] words = {platform.url("/claim").toString(), code};
        System.out.println(messages.getMessage("access.claim.console", words, Locale.ENGLISH));
    }

    private String acceptable(String password) {
        if (!Passwords.hasAllowedLength(password)) {
            throw new StartupProblem(
                    "HOUSECALL_ADMIN_PASSWORD is too short or too long",
                    "Use %d to %d characters; a few unrelated words make a good one."
                            .formatted(Passwords.SHORTEST, Passwords.LONGEST));
        }
        if (passwords.isCommon(password, List.of())) {
            log.warn(
                    "HOUSECALL_ADMIN_PASSWORD is among the passwords that are guessed first; change it after signing in");
        }
        return password;
    }

    /** Whether there is anyone who can sign in. */
    public boolean isClaimed() {
        return !accounts.isEmpty();
    }

    /** Makes the first Administrator; fails where there is one, the code is not one that was printed, or the password will not do. */
    @Transactional
    public void claim(String code, String email, String password) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('claim-installation', 0))")
                .query((row, number) -> true)
                .single();
        if (isClaimed()) {
            throw new Problem(HttpStatus.CONFLICT, "installation-claimed");
        }
        String hash = passwords.hash(passwords.acceptable("password", password, email));
        int known = jdbc.sql("select count(*) from installation_code where code_hash = ?")
                .param(Secret.hash(Secret.typed(code)))
                .query(Integer.class)
                .single();
        if (known == 0) {
            throw Problem.invalid("code", "access.claim.code");
        }
        accounts.createAdministrator(email, hash);
        jdbc.sql("delete from installation_code").update();
    }

    /**
     * The first Administrator; both or nothing.
     *
     * @param email sign-in address
     * @param password as typed
     */
    @ConfigurationProperties("housecall.admin")
    record Settings(@Nullable String email, @Nullable String password) {}
}
