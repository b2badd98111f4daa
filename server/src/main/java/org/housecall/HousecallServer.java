package org.housecall;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The clinic server. */
@SpringBootApplication
public class HousecallServer {

    public static void main(String[] args) {
        SpringApplication.run(HousecallServer.class, args);
    }
}
