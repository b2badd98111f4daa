package org.housecall.access;

import org.housecall.platform.Problem;
import org.housecall.platform.StartupProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Creates the first Administrator on an empty database from configuration. */
@Component
@EnableConfigurationProperties(FirstAdministrator.Settings.class)
class FirstAdministrator implements ApplicationRunner {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Settings settings;

    FirstAdministrator(Accounts accounts, Passwords passwords, Settings settings) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.email() != null && settings.password() != null && accounts.isEmpty()) {
            accounts.createAdministrator(settings.email(), passwords.hash(acceptable(settings.password())));
        }
    }

    private String acceptable(String password) {
        try {
            return passwords.acceptable("password", password);
        } catch (Problem tooShort) {
            throw new StartupProblem(
                    "HOUSECALL_ADMIN_PASSWORD is too short or too long",
                    "Use %d to %d characters; a few unrelated words make a good one."
                            .formatted(Passwords.SHORTEST, Passwords.LONGEST),
                    tooShort);
        }
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
