package org.housecall.zoom.web;

import java.util.List;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.zoom.BudgetOverview;
import org.housecall.zoom.BudgetOverview.HostBudget;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How much of Zoom's day is used. */
@RestController
class BudgetController {

    private final BudgetOverview overview;

    BudgetController(BudgetOverview overview) {
        this.overview = overview;
    }

    @Requires(Permission.VIEW_ZOOM_CONNECTION)
    @GetMapping("/api/v1/clinics/{clinicId}/zoom/budget")
    ZoomDay show(@PathVariable UUID clinicId, Viewer viewer) {
        return new ZoomDay(overview.visibleTo(viewer));
    }

    record ZoomDay(List<HostBudget> hosts) {}
}
