package org.housecall.meetings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How meetings are kept.
 *
 * @param joinOpensBefore how long before its start a patient may join, until the clinic decides otherwise
 * @param joinClosesAfter how long after its end a patient may still join, until the clinic decides otherwise
 * @param lostAnswerWait how long a create whose answer was lost is looked for before it counts as not made
 */
@ConfigurationProperties("housecall.meetings")
public record MeetingSettings(
        @DefaultValue("15m") Duration joinOpensBefore,
        @DefaultValue("30m") Duration joinClosesAfter,
        @DefaultValue("30s") Duration lostAnswerWait) {}
