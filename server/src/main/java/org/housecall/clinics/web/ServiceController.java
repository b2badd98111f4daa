package org.housecall.clinics.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.clinics.Service;
import org.housecall.clinics.Services;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The services of a clinic. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/services")
class ServiceController {

    private final Services services;

    ServiceController(Services services) {
        this.services = services;
    }

    @Requires(Permission.MANAGE_SERVICES)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DoctorController.Created create(@PathVariable UUID clinicId, @Valid @RequestBody NewService service) {
        return new DoctorController.Created(services.create(
                service.name().strip(), service.mode(), service.durationMinutes(), service.doctorIds()));
    }

    @Requires(Permission.VIEW_SERVICES)
    @GetMapping
    Page<Service> list(@PathVariable UUID clinicId) {
        return Page.of(services.all());
    }

    @Requires(Permission.VIEW_SERVICES)
    @GetMapping("/{serviceId}")
    Service show(@PathVariable UUID clinicId, @PathVariable UUID serviceId) {
        return services.find(serviceId).orElseThrow(Problem::notFound);
    }

    record NewService(
            @NotBlank @Size(max = 200) String name,
            @NotNull Service.Mode mode,
            @Min(5) @Max(720) int durationMinutes,
            @NotNull @Size(max = 200) List<@NotNull UUID> doctorIds) {}
}
