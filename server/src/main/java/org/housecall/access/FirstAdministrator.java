package org.housecall.access;

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
            accounts.createAdministrator(settings.email(), passwords.hash(settings.password()));
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
