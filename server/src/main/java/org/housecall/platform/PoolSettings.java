package org.housecall.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many connections one node holds to PostgreSQL.
 *
 * @param size at most this many; more than a few per core only make them wait for each other
 */
@ConfigurationProperties("housecall.pool")
record PoolSettings(@DefaultValue("20") int size) {}
