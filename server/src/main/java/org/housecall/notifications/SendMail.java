package org.housecall.notifications;

import java.time.Clock;
import java.util.UUID;
import org.housecall.jobs.Job;
import org.springframework.stereotype.Component;

/** Takes a pending mail to the mail server, again and again until it is taken or has become useless. */
@Component
class SendMail implements Job {

    static final String KIND = "send-mail";

    private final Mails mails;
    private final MailServer server;
    private final Clock clock;

    SendMail(Mails mails, MailServer server, Clock clock) {
        this.mails = mails;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID mailId) {
        mails.findOpen(mailId)
                .filter(mail -> mail.status() == Mail.Status.PENDING)
                .ifPresent(this::send);
        return new Next.Done();
    }

    private void send(Mail mail) {
        try {
            server.deliver(mail.id(), mail.letter());
            mails.sent(mail.id());
        } catch (MailNotTaken failure) {
            boolean givenUp = failure.trouble().isFinal() || !clock.instant().isBefore(mail.usefulUntil());
            mails.inTrouble(mail.id(), failure.trouble(), givenUp);
            if (!givenUp) {
                throw failure;
            }
        }
    }
}
