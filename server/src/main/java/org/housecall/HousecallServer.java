package org.housecall;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The clinic server. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class HousecallServer {

    public static void main(String[] args) {
        if (VerifyAudit.isMeant(args)) {
            System.exit(VerifyAudit.run(args));
        }
        if (ChangeKeys.isMeant(args)) {
            System.exit(ChangeKeys.run(args));
        }
        if (CheckReadiness.isMeant(args)) {
            System.exit(CheckReadiness.run(args));
        }
        SpringApplication.run(HousecallServer.class, args);
    }
}
