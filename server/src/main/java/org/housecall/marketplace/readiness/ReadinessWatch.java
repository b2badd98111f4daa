package org.housecall.marketplace.readiness;

import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.housecall.platform.CurrentClinic;
import org.housecall.zoom.ZoomApp;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks, keeps what was found, and tells by mail once when what was green has turned red: a clinic's admins of their app, the
 * Administrators of the installation's app and of the server itself.
 */
@Component
public class ReadinessWatch implements Job {

    static final String KIND = "check-readiness";

    private final Readiness readiness;
    private final KeptReadiness kept;
    private final ReadinessMails mails;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    ReadinessWatch(
            Readiness readiness,
            KeptReadiness kept,
            ReadinessMails mails,
            Jobs jobs,
            TransactionTemplate transactions) {
        this.readiness = readiness;
        this.kept = kept;
        this.mails = mails;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** What was found last in the current clinic, or for the installation; nothing where nobody has looked. */
    public ReadinessReport latest() {
        return kept.latest();
    }

    /** As {@link Readiness#look}, and kept. */
    public ReadinessReport check() {
        return keep(readiness.look());
    }

    ReadinessReport keep(ReadinessReport report) {
        if (CurrentClinic.idOrNone().equals(CurrentClinic.NONE)) {
            transactions.executeWithoutResult(_ -> {
                Stream<Readiness.Item> worse = kept.keep(report).stream().filter(item -> !Readiness.isOfServer(item));
                mails.tellAdministrators(
                        Stream.concat(worseOfServer(report), worse).toList());
            });
        } else {
            transactions.executeWithoutResult(_ -> mails.tellAdmins(kept.keep(report)));
            // Where the second does not come about, the next look makes up for it: what is green is kept by itself.
            CurrentClinic.inThrowing(
                    CurrentClinic.NONE,
                    () -> transactions.executeWithoutResult(
                            _ -> mails.tellAdministrators(worseOfServer(report).toList())));
        }
        return report;
    }

    private Stream<Readiness.Item> worseOfServer(ReadinessReport report) {
        return kept
                .worseOfServer(
                        report.items().stream().filter(Readiness::isOfServer).toList())
                .stream();
    }

    /** Has the current clinic's app looked at soon, or the installation's, if somebody has looked at it before. */
    public void somethingChanged() {
        if (kept.latest().checkedAt() != null) {
            jobs.enqueue(KIND, CurrentClinic.NONE, 0);
        }
    }

    @EventListener
    void on(ZoomApp.Changed changed) {
        somethingChanged();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID subject) {
        check();
        return new Next.Done();
    }
}
