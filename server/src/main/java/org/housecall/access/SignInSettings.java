package org.housecall.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may fail to sign in, and how long one stays signed in.
 *
 * @param attempts for one address from one network, at once
 * @param attemptsFromAnywhere for one address from all networks where it was never signed in from, at once
 * @param refill after how long one of them is given back
 * @param attemptsPerNetwork for all addresses from one network, at once
 * @param refillPerNetwork after how long one of these is given back
 * @param longestSession after how long a session ends, however much it is used
 */
@ConfigurationProperties("housecall.sign-in")
record SignInSettings(
        @DefaultValue("10") int attempts,
        @DefaultValue("50") int attemptsFromAnywhere,
        @DefaultValue("1m") Duration refill,
        @DefaultValue("200") int attemptsPerNetwork,
        @DefaultValue("10s") Duration refillPerNetwork,
        @DefaultValue("24h") Duration longestSession) {}
