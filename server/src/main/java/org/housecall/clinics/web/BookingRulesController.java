package org.housecall.clinics.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.clinics.BookingRuleBook;
import org.housecall.clinics.BookingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When a clinic's visits may be booked, moved and cancelled. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/booking-rules")
class BookingRulesController {

    private static final int THIRTY_DAYS = 43_200;

    private final BookingRuleBook rules;

    BookingRulesController(BookingRuleBook rules) {
        this.rules = rules;
    }

    @Requires(Permission.VIEW_CLINIC)
    @GetMapping
    RulesView show(@PathVariable UUID clinicId) {
        return RulesView.of(rules.current());
    }

    @Requires(Permission.MANAGE_CLINIC)
    @PutMapping
    RulesView change(@PathVariable UUID clinicId, @Valid @RequestBody RulesView wanted) {
        rules.change(wanted.toRules());
        return RulesView.of(rules.current());
    }

    /** As {@link BookingRules}. */
    record RulesView(
            @NotNull @Min(0) @Max(THIRTY_DAYS) Integer leadMinutes,
            @NotNull @Min(1) @Max(730) Integer horizonDays,
            @Nullable @Min(5) @Max(720) Integer stepMinutes,
            @Nullable @Min(1) @Max(200) Integer dailyMaximum,
            @NotNull @Min(0) @Max(THIRTY_DAYS) Integer cancelUntilMinutes,
            @NotNull @Min(0) @Max(THIRTY_DAYS) Integer changeUntilMinutes,
            @NotNull @Min(1) @Max(60) Integer holdMinutes) {

        static RulesView of(BookingRules it) {
            return new RulesView(
                    it.leadMinutes(),
                    it.horizonDays(),
                    it.stepMinutes(),
                    it.dailyMaximum(),
                    it.cancelUntilMinutes(),
                    it.changeUntilMinutes(),
                    it.holdMinutes());
        }

        BookingRules toRules() {
            return new BookingRules(
                    leadMinutes,
                    horizonDays,
                    stepMinutes,
                    dailyMaximum,
                    cancelUntilMinutes,
                    changeUntilMinutes,
                    holdMinutes);
        }
    }
}
