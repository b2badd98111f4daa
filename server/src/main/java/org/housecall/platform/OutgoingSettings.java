package org.housecall.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calls to addresses that an admin entered.
 *
 * @param allowLoopback whether they may also reach this machine, and there by plain http: for demos and tests
 */
@ConfigurationProperties("housecall.outgoing")
record OutgoingSettings(@DefaultValue("false") boolean allowLoopback) {}
