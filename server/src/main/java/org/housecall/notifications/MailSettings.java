package org.housecall.notifications;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails leave. The mail server itself is Spring's own setting, {@code spring.mail.*}.
 *
 * @param from the sender's address; null: housecall@ the host of the base URL
 * @param timeout how long a silent mail server is waited for at each step
 */
@ConfigurationProperties("housecall.mail")
record MailSettings(
        @Nullable String from, @DefaultValue("20s") Duration timeout) {}
