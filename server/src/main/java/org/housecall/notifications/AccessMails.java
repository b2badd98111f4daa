package org.housecall.notifications;

import java.util.List;
import java.util.Locale;
import org.housecall.access.AddressChanges;
import org.housecall.access.Invitation;
import org.housecall.access.Passkeys;
import org.housecall.access.PasswordChanges;
import org.housecall.access.Role;
import org.housecall.access.SignInLinks;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.platform.PlatformSettings;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The mails that let people in: invitations, sign-in links, new passwords, new passkeys. */
@Component
class AccessMails {

    private final Mails mails;
    private final Clinics clinics;
    private final MessageSource messages;
    private final PlatformSettings settings;

    AccessMails(Mails mails, Clinics clinics, MessageSource messages, PlatformSettings settings) {
        this.mails = mails;
        this.clinics = clinics;
        this.messages = messages;
        this.settings = settings;
    }

    @EventListener
    void on(Invitation.Issued invitation) {
        mails.send(
                invitation.email(),
                "notifications.invitation.subject",
                "notifications.invitation.text",
                invitation.name(),
                clinics.find(invitation.clinicId()).map(Clinic::name).orElseThrow(),
                words(invitation.role()),
                settings.url("/accept-invitation?token=" + invitation.token()).toString());
    }

    @EventListener
    void on(SignInLinks.Requested link) {
        mails.send(
                link.email(),
                link.goodFor(),
                "notifications.sign-in.subject",
                "notifications.sign-in.text",
                link.name(),
                settings.url("/sign-in?token=" + link.token()).toString());
    }

    @EventListener
    void on(PasswordChanges.ResetRequested reset) {
        mails.send(
                reset.email(),
                reset.goodFor(),
                "notifications.password-reset.subject",
                "notifications.password-reset.text",
                reset.name(),
                settings.url("/reset-password?token=" + reset.token()).toString(),
                reset.goodFor().toMinutes());
    }

    @EventListener
    void on(PasswordChanges.Changed changed) {
        mails.send(
                changed.email(),
                "notifications.password-changed.subject",
                "notifications.password-changed.text",
                changed.name(),
                settings.url("/forgotten-password").toString());
    }

    @EventListener
    void on(AddressChanges.Requested change) {
        confirmation(change, change.oldEmail(), "old", change.oldToken());
        confirmation(change, change.newEmail(), "new", change.newToken());
    }

    private void confirmation(AddressChanges.Requested change, String to, String which, String token) {
        mails.send(
                to,
                change.goodFor(),
                "notifications.address-change.subject",
                "notifications.address-change." + which,
                change.name(),
                change.oldEmail(),
                change.newEmail(),
                settings.url("/confirm-address?token=" + token).toString(),
                change.goodFor().toHours());
    }

    @EventListener
    void on(AddressChanges.Changed changed) {
        for (String to : List.of(changed.oldEmail(), changed.newEmail())) {
            mails.send(
                    to,
                    "notifications.address-changed.subject",
                    "notifications.address-changed.text",
                    changed.name(),
                    changed.oldEmail(),
                    changed.newEmail());
        }
    }

    @EventListener
    void on(Passkeys.Added added) {
        mails.send(
                added.email(),
                "notifications.passkey-added.subject",
                "notifications.passkey-added.text",
                added.name(),
                added.passkey(),
                settings.url("/account").toString());
    }

    private String words(Role role) {
        return messages.getMessage("notifications.role." + role.name(), null, Locale.ENGLISH);
    }
}
