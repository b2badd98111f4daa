package org.housecall.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node works on jobs.
 *
 * @param enabled false: this node only enqueues
 * @param threads jobs running at once; most of them wait for Zoom
 * @param polling how often due jobs are looked for; those of this node start at once
 * @param heartbeat how often a running job says that it is alive; after four missed ones another node takes it over
 */
@ConfigurationProperties("housecall.jobs")
public record JobSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("32") int threads,
        @DefaultValue("1s") Duration polling,
        @DefaultValue("5s") Duration heartbeat) {}
