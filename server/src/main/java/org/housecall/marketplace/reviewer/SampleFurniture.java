package org.housecall.marketplace.reviewer;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.access.SealedAccounts;
import org.housecall.availability.Availabilities;
import org.housecall.availability.Availability;
import org.housecall.booking.PublicPages;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.clinics.Residents;
import org.housecall.clinics.SampleClinics;
import org.housecall.clinics.Service;
import org.housecall.clinics.Services;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands in a sample clinic, and says of itself that it is made up: two doctors who work around the clock, a patient, a service. */
@Component
class SampleFurniture {

    private static final int MINUTES = 30;

    private final SampleClinics samples;
    private final Clinics clinics;
    private final SealedAccounts accounts;
    private final Doctors doctors;
    private final Residents residents;
    private final Services services;
    private final Availabilities availabilities;
    private final PublicPages pages;

    SampleFurniture(
            SampleClinics samples,
            Clinics clinics,
            SealedAccounts accounts,
            Doctors doctors,
            Residents residents,
            Services services,
            Availabilities availabilities,
            PublicPages pages) {
        this.samples = samples;
        this.clinics = clinics;
        this.accounts = accounts;
        this.doctors = doctors;
        this.residents = residents;
        this.services = services;
        this.availabilities = availabilities;
        this.pages = pages;
    }

    /** Puts into the current clinic what is not there yet; whose account is which. */
    @Transactional
    public Map<SamplePerson, UUID> furnish() {
        Clinic clinic = clinics.current();
        samples.alone(clinic.id());
        Map<SamplePerson, UUID> people = new EnumMap<>(SamplePerson.class);
        for (SamplePerson person : SamplePerson.values()) {
            String email = SampleClinics.address(person.mailbox(), clinic);
            String name = pages.message(person.nameKey());
            UUID accountId = accounts.findOrCreate(clinic.id(), email, name);
            people.put(person, accountId);
            switch (person) {
                case DOCTOR, SECOND_DOCTOR -> residents.addDoctor(accountId, name, email);
                case PATIENT -> residents.addPatient(accountId, name, email);
            }
        }
        if (services.all().isEmpty()) {
            addService();
        }
        return people;
    }

    private void addService() {
        List<UUID> doctorIds = doctors.all().stream().map(Doctor::id).toList();
        List<Availability.WeeklyHours> always = Arrays.stream(DayOfWeek.values())
                .map(day -> new Availability.WeeklyHours(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, null, null))
                .toList();
        doctorIds.forEach(doctorId -> availabilities.replace(doctorId, new Availability(always, List.of())));
        services.create(new Service.Details(
                pages.message("marketplace.reviewer.service"),
                null,
                null,
                Service.Mode.VIDEO,
                MINUTES,
                0,
                0,
                null,
                null,
                Service.BookableBy.PATIENTS,
                doctorIds));
    }
}
