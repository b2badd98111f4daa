package org.housecall.notifications;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** For the Administrator: what has not arrived, in all clinics and of the installation itself. */
@Service
public class OpenMails {

    private final Mails mails;
    private final Clinics clinics;
    private final Audit audit;
    private final TransactionTemplate transactions;

    OpenMails(Mails mails, Clinics clinics, Audit audit, TransactionTemplate transactions) {
        this.mails = mails;
        this.clinics = clinics;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Newest first. Each clinic whose mails are among them finds in its audit trail that they were seen. */
    public List<Mail> all() {
        return everyClinic()
                .flatMap(clinicId -> in(clinicId, this::seen).stream())
                .sorted(Comparator.comparing(Mail::createdAt).reversed())
                .toList();
    }

    /** Sends an undelivered mail again. */
    public void sendAgain(UUID mailId) {
        if (everyClinic().noneMatch(clinicId -> in(clinicId, () -> retried(mailId)))) {
            throw Problem.notFound();
        }
    }

    private boolean retried(UUID mailId) {
        boolean freed = mails.sendAgain(mailId);
        if (freed) {
            audit.record(Action.MAIL_RETRIED, mailId);
        }
        return freed;
    }

    private List<Mail> seen() {
        List<Mail> open = mails.open();
        if (!open.isEmpty()) {
            audit.record(Action.MAIL_VIEWED, null);
        }
        return open;
    }

    private Stream<UUID> everyClinic() {
        return Stream.concat(
                Stream.of(CurrentClinic.NONE), clinics.all().stream().map(Clinic::id));
    }

    private <T> T in(UUID clinicId, Supplier<T> work) {
        return CurrentClinic.in(clinicId, () -> transactions.execute(_ -> work.get()));
    }
}
