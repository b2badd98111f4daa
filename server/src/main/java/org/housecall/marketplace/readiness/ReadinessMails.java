package org.housecall.marketplace.readiness;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.housecall.access.Account;
import org.housecall.access.Accounts;
import org.housecall.access.Role;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Staff;
import org.housecall.clinics.StaffMember;
import org.housecall.marketplace.Listings;
import org.housecall.notifications.Mails;
import org.housecall.platform.PlatformSettings;
import org.springframework.stereotype.Component;

/** Tells by mail what was green and has turned red. */
@Component
class ReadinessMails {

    private static final String SCREEN = "/settings/integrations/zoom/publish/readiness";

    private final Listings listings;
    private final Staff staff;
    private final Accounts accounts;
    private final Mails mails;
    private final PlatformSettings settings;

    ReadinessMails(Listings listings, Staff staff, Accounts accounts, Mails mails, PlatformSettings settings) {
        this.listings = listings;
        this.staff = staff;
        this.accounts = accounts;
        this.mails = mails;
        this.settings = settings;
    }

    /** The current clinic's admins; in the caller's transaction. */
    void tellAdmins(List<Readiness.Item> worse) {
        if (worse.isEmpty()) {
            return;
        }
        Clinic clinic = Objects.requireNonNull(listings.current().clinic());
        String page = settings.url("/clinics/" + clinic.id() + SCREEN).toString();
        for (StaffMember admin : staff.with(Role.CLINIC_ADMIN)) {
            if (admin.active() && !admin.left()) {
                mails.send(
                        admin.email(),
                        "marketplace.readiness-mail.subject",
                        "marketplace.readiness-mail.text",
                        clinic.name(),
                        lines(worse),
                        page);
            }
        }
    }

    /** Those who run the installation; in the caller's transaction, which is in no clinic. */
    void tellAdministrators(List<Readiness.Item> worse) {
        if (worse.isEmpty()) {
            return;
        }
        for (Account administrator : accounts.administrators()) {
            mails.send(
                    administrator.email(),
                    "marketplace.readiness-mail.administrators.subject",
                    "marketplace.readiness-mail.administrators.text",
                    lines(worse),
                    settings.url(SCREEN).toString());
        }
    }

    private static String lines(List<Readiness.Item> items) {
        return items.stream()
                .map(item -> "- " + item.title() + ": " + item.evidence() + "\n  " + item.remedy())
                .collect(Collectors.joining("\n"));
    }
}
