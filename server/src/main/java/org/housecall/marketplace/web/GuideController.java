package org.housecall.marketplace.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.marketplace.guide.Guide;
import org.housecall.zoom.ZoomApp;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The guide through a submission, of a clinic's Zoom app or of the installation's where the route names no clinic. */
@RestController
@RequestMapping({"/api/v1/clinics/{clinicId}/marketplace/guide", "/api/v1/marketplace/guide"})
class GuideController {

    private final Guide guide;

    GuideController(Guide guide) {
        this.guide = guide;
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping
    Guide.PublishingGuide show(@RequestParam(defaultValue = "GENERAL") ZoomApp.Kind kind) {
        return guide.show(kind);
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/states")
    Guide.StepStates states(@RequestParam(defaultValue = "GENERAL") ZoomApp.Kind kind) {
        return guide.states(kind);
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @PutMapping("/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@Valid @RequestBody ReviewAnswer answer, Viewer viewer) {
        guide.answer(answer.ownAccount(), viewer.accountId());
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @PutMapping("/{kind}/steps/{step}/tasks/{task}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mark(@PathVariable ZoomApp.Kind kind, @PathVariable String step, @PathVariable String task, Viewer viewer) {
        guide.mark(kind, step, task, viewer.accountId());
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @DeleteMapping("/{kind}/steps/{step}/tasks/{task}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmark(@PathVariable ZoomApp.Kind kind, @PathVariable String step, @PathVariable String task) {
        guide.unmark(kind, step, task);
    }

    /** Whether all doctors have Zoom users in the clinic's own Zoom account. */
    record ReviewAnswer(@NotNull Boolean ownAccount) {}
}
