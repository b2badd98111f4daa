package org.housecall;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The clinic server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HousecallServer {

    public static void main(String[] args) {
        SpringApplication.run(HousecallServer.class, args);
    }
}
