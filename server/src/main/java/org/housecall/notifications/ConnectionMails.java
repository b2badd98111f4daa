package org.housecall.notifications;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Accounts;
import org.housecall.access.Role;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.PlatformSettings;
import org.housecall.zoom.Connection;
import org.housecall.zoom.HostTrouble;
import org.housecall.zoom.Relink;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells doctors what became of their connection with Zoom without their doing, and where to mend it. */
@Component
class ConnectionMails {

    private final Mails mails;
    private final Accounts accounts;
    private final MessageSource messages;
    private final PlatformSettings settings;

    ConnectionMails(Mails mails, Accounts accounts, MessageSource messages, PlatformSettings settings) {
        this.mails = mails;
        this.accounts = accounts;
        this.messages = messages;
        this.settings = settings;
    }

    @EventListener
    void on(Connection.Lost lost) {
        settingsOf(lost.accountId())
                .ifPresent(link -> accounts.find(lost.accountId())
                        .ifPresent(doctor -> mails.send(
                                doctor.email(),
                                "notifications.connection-lost.subject",
                                "notifications.connection-lost.text",
                                doctor.name(),
                                words(lost.reason()),
                                link)));
    }

    @EventListener
    void on(Relink.Decided decided) {
        String key = "notifications.relink." + decided.decision().name();
        tell(decided.accountId(), key + ".latter");
        tell(decided.earlierAccountId(), key + ".earlier");
    }

    private void tell(UUID accountId, String text) {
        settingsOf(accountId)
                .ifPresent(link -> accounts.find(accountId)
                        .ifPresent(doctor ->
                                mails.send(doctor.email(), "notifications.relink.subject", text, doctor.name(), link)));
    }

    @EventListener
    void on(HostTrouble trouble) {
        String key = "meeting.problem." + trouble.problem().name();
        accounts.find(trouble.accountId())
                .ifPresent(doctor -> mails.send(
                        doctor.email(),
                        "notifications.host-trouble.subject",
                        "notifications.host-trouble.text",
                        doctor.name(),
                        trouble.visits(),
                        message(key + ".title"),
                        message(key + ".remedy"),
                        settings.url("/clinics/" + CurrentClinic.id() + "/settings/zoom")
                                .toString()));
    }

    /** In the clinic at hand where the account is a doctor there; a connection serves all its clinics. */
    private Optional<String> settingsOf(UUID accountId) {
        List<UUID> clinicIds = accounts.clinicsOf(accountId, Role.DOCTOR);
        return clinicIds.stream()
                .min(Comparator.comparing((UUID id) -> !id.equals(CurrentClinic.idOrNone()))
                        .thenComparing(Comparator.naturalOrder()))
                .map(id -> settings.url("/clinics/" + id + "/settings/zoom").toString());
    }

    private String words(Connection.Reason reason) {
        return message("notifications.connection-lost.reason." + reason.name());
    }

    private String message(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
