package org.housecall.clinics.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.clinics.StaffRecords;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One who works in a clinic, in whatever role. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/staff/{staffId}")
class StaffRecordController {

    private final StaffRecords records;

    StaffRecordController(StaffRecords records) {
        this.records = records;
    }

    @Requires(Permission.INVITE_STAFF)
    @PutMapping("/name")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@PathVariable UUID clinicId, @PathVariable UUID staffId, @Valid @RequestBody Name name) {
        records.rename(staffId, name.name().strip());
    }

    @Requires(Permission.INVITE_STAFF)
    @PostMapping("/invitation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void inviteAgain(@PathVariable UUID clinicId, @PathVariable UUID staffId) {
        records.inviteAgain(staffId);
    }

    record Name(@NotBlank @Size(max = 200) String name) {}
}
