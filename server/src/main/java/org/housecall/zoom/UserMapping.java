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

    private final UserLookUp lookUp;
    private final MappedUsers users;
    private final HostingChanges hosting;
    private final ZoomApps apps;
    private final HostProbe probe;
    private final TransactionTemplate transactions;

    UserMapping(
            UserLookUp lookUp,
            MappedUsers users,
            HostingChanges hosting,
            ZoomApps apps,
            HostProbe probe,
            TransactionTemplate transactions) {
        this.lookUp = lookUp;
        this.users = users;
        this.hosting = hosting;
        this.apps = apps;
        this.probe = probe;
        this.transactions = transactions;
    }

    /**
     * Maps a doctor of the current clinic; a user that Zoom does not know is refused, any other is tried out.
     *
     * @param zoomUser id or address; null: to nobody
     * @param meetingsAtOnce how many the user can run: 1 or 2
     * @return whether Zoom was asked and knows the user; false where no app is set up or Zoom did not answer
     */
    public boolean map(Doctor doctor, @Nullable String zoomUser, int meetingsAtOnce) {
        Optional<UserLookUp.Person> person = zoomUser == null ? Optional.empty() : lookUp.find(zoomUser);
        if (meetingsAtOnce > 1 && person.map(UserLookUp.Person::basic).orElse(false)) {
            throw Problem.invalid("meetingsAtOnce", "zoom.user.one-at-a-time");
        }
        MappedUsers.Mapped mapped = zoomUser == null
                ? null
                : new MappedUsers.Mapped(
                        zoomUser,
                        person.map(UserLookUp.Person::id).orElse(null),
                        person.map(UserLookUp.Person::type).orElse(null),
                        meetingsAtOnce);
        transactions.executeWithoutResult(_ -> {
            users.map(doctor.id(), mapped);
            if (mapped != null) {
                apps.effective(ZoomApp.Kind.SERVER_TO_SERVER).ifPresent(app -> probe.anew(app.id(), mapped));
            }
            UUID accountId = doctor.accountId();
            hosting.ofOwner(CurrentClinic.id());
            if (accountId != null) {
                hosting.ofAccount(accountId);
            }
        });
        return person.isPresent();
    }
}
