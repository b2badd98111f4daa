package org.housecall.meetings.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.meetings.VideoRuleBook;
import org.housecall.meetings.VideoRules;
import org.housecall.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a clinic holds its video visits. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/video-rules")
class VideoRulesController {

    private static final int A_DAY = 1440;

    private final VideoRuleBook rules;

    VideoRulesController(VideoRuleBook rules) {
        this.rules = rules;
    }

    @Requires(Permission.MANAGE_CLINIC)
    @GetMapping
    VideoRulesView show(@PathVariable UUID clinicId) {
        return VideoRulesView.of(rules.current());
    }

    @Requires(Permission.MANAGE_CLINIC)
    @PutMapping
    VideoRulesView change(@PathVariable UUID clinicId, @Valid @RequestBody VideoRulesView wanted) {
        rules.change(wanted.toRules());
        return VideoRulesView.of(rules.current());
    }

    /** As {@link VideoRules}. */
    record VideoRulesView(
            @NotNull @Min(0) @Max(A_DAY) Integer joinOpensBeforeMinutes,
            @NotNull @Min(0) @Max(A_DAY) Integer joinClosesAfterMinutes,
            @Nullable @Size(max = 40) String fallbackPhone,

            @Nullable @Size(max = 500) @Pattern(regexp = Texts.WEB_ADDRESS, message = "{meeting.fallback.link}")
            String fallbackLink,

            @Nullable @Size(max = 500) String fallbackWords) {

        static VideoRulesView of(VideoRules it) {
            return new VideoRulesView(
                    (int) it.joinOpensBefore().toMinutes(),
                    (int) it.joinClosesAfter().toMinutes(),
                    it.fallback().phone(),
                    it.fallback().link(),
                    it.fallback().words());
        }

        VideoRules toRules() {
            return new VideoRules(
                    Duration.ofMinutes(joinOpensBeforeMinutes),
                    Duration.ofMinutes(joinClosesAfterMinutes),
                    new VideoRules.Fallback(
                            Texts.blankToNull(fallbackPhone),
                            Texts.blankToNull(fallbackLink),
                            Texts.blankToNull(fallbackWords)));
        }
    }
}
