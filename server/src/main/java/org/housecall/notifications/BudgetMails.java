package org.housecall.notifications;

import java.util.Optional;
import org.housecall.access.Account;
import org.housecall.access.Accounts;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.PlatformSettings;
import org.housecall.zoom.NearlyUsedUp;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the doctor and the clinic that a day's calls to Zoom are nearly used up. */
@Component
class BudgetMails {

    private final Mails mails;
    private final Accounts accounts;
    private final Clinics clinics;
    private final PlatformSettings settings;

    BudgetMails(Mails mails, Accounts accounts, Clinics clinics, PlatformSettings settings) {
        this.mails = mails;
        this.accounts = accounts;
        this.clinics = clinics;
        this.settings = settings;
    }

    @EventListener
    void on(NearlyUsedUp budget) {
        Clinic clinic = clinics.current();
        Optional.ofNullable(clinic.contact().email())
                .filter(_ -> budget.firstInClinic())
                .ifPresent(desk -> tell(desk, clinic.name(), budget));
        Optional.ofNullable(budget.accountId())
                .flatMap(accounts::find)
                .map(Account::email)
                .ifPresent(doctor -> tell(doctor, clinic.name(), budget));
    }

    private void tell(String to, String clinic, NearlyUsedUp budget) {
        String key = "notifications.zoom-budget." + budget.what().name();
        String link = settings.url("/clinics/" + CurrentClinic.id() + "/settings/zoom")
                .toString();
        mails.send(to, "notifications.zoom-budget.subject", key, clinic, budget.used(), budget.limit(), link);
    }
}
