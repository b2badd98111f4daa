package org.housecall.clinics.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.clinics.Service;
import org.housecall.clinics.Service.BookableBy;
import org.housecall.clinics.Services;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.housecall.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
        return new DoctorController.Created(services.create(service.toDetails()));
    }

    /** All of a service; {@code active} left out stays as it is. */
    @Requires(Permission.MANAGE_SERVICES)
    @PutMapping("/{serviceId}")
    ServiceView change(
            @PathVariable UUID clinicId, @PathVariable UUID serviceId, @Valid @RequestBody NewService wanted) {
        Service before = services.find(serviceId).orElseThrow(Problem::notFound);
        services.change(serviceId, wanted.toDetails(), Objects.requireNonNullElse(wanted.active(), before.active()));
        return ServiceView.of(services.find(serviceId).orElseThrow(Problem::notFound), true);
    }

    /** Patients see what they can book. */
    @Requires(Permission.VIEW_SERVICES)
    @GetMapping
    Page<ServiceView> list(@PathVariable UUID clinicId, Viewer viewer) {
        boolean staff = viewer.worksIn(clinicId);
        return Page.of(services.all().stream()
                .filter(service -> staff || service.isBookableByPatients())
                .map(service -> ServiceView.of(service, staff))
                .toList());
    }

    @Requires(Permission.VIEW_SERVICES)
    @GetMapping("/{serviceId}")
    ServiceView show(@PathVariable UUID clinicId, @PathVariable UUID serviceId, Viewer viewer) {
        boolean staff = viewer.worksIn(clinicId);
        return services.find(serviceId)
                .filter(service -> staff || service.isBookableByPatients())
                .map(service -> ServiceView.of(service, staff))
                .orElseThrow(Problem::notFound);
    }

    /** As {@link Service}; all but the first three and the doctors may be left out. */
    record NewService(
            @NotBlank @Size(max = 200) String name,
            @NotNull Service.Mode mode,
            @Min(5) @Max(720) int durationMinutes,
            @NotNull @Size(max = 200) List<@NotNull UUID> doctorIds,
            @Nullable @Size(max = 200) String publicName,
            @Nullable @Size(max = 2000) String description,
            @Nullable @Min(0) @Max(240) Integer bufferBeforeMinutes,
            @Nullable @Min(0) @Max(240) Integer bufferAfterMinutes,

            @Nullable @DecimalMin("0") @Digits(integer = 10, fraction = 2)
            BigDecimal price,

            @Nullable @Size(max = 3) String currency,

            @Nullable @Pattern(regexp = "(#[0-9a-fA-F]{6})?", message = "{clinics.colour.hex}")
            String colour,

            @Nullable BookableBy bookableBy,
            @Nullable Boolean active) {

        Service.Details toDetails() {
            String colourOrNull = Texts.blankToNull(colour);
            return new Service.Details(
                    name.strip(),
                    Texts.blankToNull(publicName),
                    Texts.blankToNull(description),
                    mode,
                    durationMinutes,
                    Objects.requireNonNullElse(bufferBeforeMinutes, 0),
                    Objects.requireNonNullElse(bufferAfterMinutes, 0),
                    priceOrNull(),
                    colourOrNull == null ? null : colourOrNull.toLowerCase(Locale.ROOT),
                    Objects.requireNonNullElse(bookableBy, BookableBy.EVERYONE),
                    doctorIds);
        }

        private Service.@Nullable Price priceOrNull() {
            if (price == null) {
                return null;
            }
            String code = Texts.blankToNull(currency);
            if (code == null
                    || Currency.getAvailableCurrencies().stream()
                            .noneMatch(it -> it.getCurrencyCode().equals(code))) {
                throw Problem.invalid("currency", "clinics.currency.unknown");
            }
            return new Service.Price(price, code);
        }
    }

    /** Patients read the public name, and nothing of the house. */
    record ServiceView(
            UUID id,
            String name,
            @Nullable String publicName,
            @Nullable String description,
            Service.Mode mode,
            int durationMinutes,
            @Nullable Integer bufferBeforeMinutes,
            @Nullable Integer bufferAfterMinutes,
            @Nullable BigDecimal price,
            @Nullable String currency,
            @Nullable String colour,
            BookableBy bookableBy,
            boolean active,
            List<UUID> doctorIds) {

        static ServiceView of(Service it, boolean staff) {
            return new ServiceView(
                    it.id(),
                    staff ? it.name() : it.nameForPatients(),
                    staff ? it.publicName() : null,
                    it.description(),
                    it.mode(),
                    it.durationMinutes(),
                    staff ? it.bufferBeforeMinutes() : null,
                    staff ? it.bufferAfterMinutes() : null,
                    it.price(),
                    it.currency(),
                    staff ? it.colour() : null,
                    it.bookableBy(),
                    it.active(),
                    it.doctorIds());
        }
    }
}
