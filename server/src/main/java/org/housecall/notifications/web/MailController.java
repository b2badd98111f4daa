package org.housecall.notifications.web;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.notifications.Mail;
import org.housecall.notifications.OpenMails;
import org.housecall.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mails that have not arrived. */
@RestController
@RequestMapping("/api/v1/mails")
class MailController {

    private final OpenMails mails;
    private final MessageSource messages;

    MailController(OpenMails mails, MessageSource messages) {
        this.mails = mails;
        this.messages = messages;
    }

    @Requires(Permission.MANAGE_INSTALLATION)
    @GetMapping
    Page<MailView> list(Locale locale) {
        return Page.of(mails.all().stream()
                .map(mail -> MailView.of(mail, words(mail, locale)))
                .toList());
    }

    @Requires(Permission.MANAGE_INSTALLATION)
    @PostMapping("/{mailId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendAgain(@PathVariable UUID mailId) {
        mails.sendAgain(mailId);
    }

    private @Nullable String words(Mail mail, Locale locale) {
        return mail.trouble() == null
                ? null
                : messages.getMessage("notifications.trouble." + mail.trouble().name(), null, locale);
    }

    record MailView(
            UUID id,
            String to,
            String subject,
            String text,
            Instant createdAt,
            Mail.Status status,
            @Nullable String problem) {

        static MailView of(Mail mail, @Nullable String problem) {
            return new MailView(
                    mail.id(),
                    mail.letter().to(),
                    mail.letter().subject(),
                    mail.letter().text(),
                    mail.createdAt(),
                    mail.status(),
                    problem);
        }
    }
}
