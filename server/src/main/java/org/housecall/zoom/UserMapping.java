package org.housecall.zoom;

import java.util.Optional;
import java.util.UUID;
import org.housecall.clinics.Doctor;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Says which Zoom user a doctor is under the Server-to-Server app. */
@Service
public class UserMapping {

    private final ZoomApps apps;
    private final MappedUsers users;
    private final AccountTokens tokens;
    private final ZoomClient zoom;
    private final HostingChanges hosting;
    private final TransactionTemplate transactions;

    UserMapping(
            ZoomApps apps,
            MappedUsers users,
            AccountTokens tokens,
            ZoomClient zoom,
            HostingChanges hosting,
            TransactionTemplate transactions) {
        this.apps = apps;
        this.users = users;
        this.tokens = tokens;
        this.zoom = zoom;
        this.hosting = hosting;
        this.transactions = transactions;
    }

    /**
     * Maps a doctor of the current clinic; a user that Zoom does not know is refused.
     *
     * @param zoomUser id or address; null: to nobody
     * @return whether Zoom was asked and knows the user; false where no app is set up or Zoom did not answer
     */
    public boolean map(Doctor doctor, @Nullable String zoomUser) {
        boolean known = zoomUser != null && isKnown(zoomUser);
        transactions.executeWithoutResult(_ -> {
            users.map(doctor.id(), zoomUser);
            UUID accountId = doctor.accountId();
            if (accountId == null) {
                hosting.ofOwner(CurrentClinic.id());
            } else {
                hosting.ofAccount(accountId);
            }
        });
        return known;
    }

    private boolean isKnown(String zoomUser) {
        Optional<ZoomApp> app = apps.effective(ZoomApp.Kind.SERVER_TO_SERVER);
        if (app.isEmpty() || !(tokens.accessToken(app.get().id()) instanceof TokenUse.Usable(var token))) {
            return false;
        }
        ZoomAnswer answer = zoom.user(token, zoomUser);
        if (answer instanceof ZoomAnswer.HostUnusable) {
            throw Problem.invalid("zoomUser", "zoom.user.unknown");
        }
        return answer instanceof ZoomAnswer.Done done && ZoomUser.of(done).isPresent();
    }
}
