package org.housecall.marketplace.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.marketplace.pictures.OwnIcons;
import org.housecall.marketplace.readiness.ReadinessWatch;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The icon of a clinic's Zoom app, or of the installation's, in place of the made one. It is shown among the pictures. */
@RestController
@RequestMapping({"/api/v1/clinics/{clinicId}/marketplace/icon", "/api/v1/marketplace/icon"})
class IconController {

    private final OwnIcons icons;
    private final ReadinessWatch readiness;

    IconController(OwnIcons icons, ReadinessWatch readiness) {
        this.icons = icons;
        this.readiness = readiness;
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replace(@Valid @RequestBody UploadedIcon icon) {
        icons.replace(icon.png());
        readiness.somethingChanged();
    }

    /** Goes back to the made one, where it is not the one that counts already. */
    @Requires(Permission.MANAGE_MARKETPLACE)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove() {
        icons.remove();
        readiness.somethingChanged();
    }

    /** A PNG in Base64. */
    @SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
    record UploadedIcon(@NotNull byte[] png) {}
}
