package org.housecall.zoom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.housecall.appointments.MeetingSummaries.ProblemWords;
import org.housecall.meetings.MeetingProblem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a connected Zoom account, or a user of the clinic's, does not allow or has settled otherwise, in words. */
@Component
public class HostFindings {

    /** What an account can override, by Zoom's names; in words {@code zoom.setting.<name>}. */
    public static final Set<String> SETTINGS = PrivacySettings.compared();

    private final ZoomApps apps;
    private final Probes probes;
    private final HostProbe probe;
    private final MessageSource messages;

    HostFindings(ZoomApps apps, Probes probes, HostProbe probe, MessageSource messages) {
        this.apps = apps;
        this.probes = probes;
        this.probe = probe;
        this.messages = messages;
    }

    /** Title and remedy are the messages {@code zoom.finding.<NAME>.title} and {@code .remedy}. */
    public enum Finding {
        /** Zoom ends its meetings after 40 minutes. */
        BASIC,
        /** Zoom makes no meetings for this user: no licence, inactive, or not allowed to host. */
        CANNOT_HOST,
        /** The account overrides settings that we ask for. */
        SETTINGS_LOCKED,
        /** The meeting on trial may still be there. */
        TRIAL_LEFT,
        /** The clinic's app may not make meetings for its users. */
        APP_LACKS_SCOPES
    }

    /** In the reader's words; nothing where nothing is amiss. */
    public List<ProblemWords> of(Connection connection) {
        return words(connection.id(), connection.basic());
    }

    /** As {@link #of(Connection)}, of a user of the current clinic's account. */
    public List<ProblemWords> of(MappedUsers.Mapped user) {
        return hostId(user).map(id -> words(id, user.basic())).orElse(List.of());
    }

    private List<ProblemWords> words(UUID hostId, boolean basic) {
        Probes.Probe found = probes.of(hostId).orElse(Probes.Probe.NONE);
        List<ProblemWords> words = new ArrayList<>();
        if (basic) {
            words.add(words(Finding.BASIC, ZoomUser.BASIC_MINUTES));
        }
        if (found.refusal() != null) {
            words.add(words(
                    found.refusal() == MeetingProblem.MISSING_SCOPES ? Finding.APP_LACKS_SCOPES : Finding.CANNOT_HOST));
        }
        if (!found.differences().isEmpty()) {
            words.add(words(Finding.SETTINGS_LOCKED, named(found.differences())));
        }
        if (found.marker() != null && found.ref() == null) {
            words.add(words(Finding.TRIAL_LEFT, found.marker()));
        }
        return words;
    }

    /** Whether the trial is over that tells the rest. */
    public boolean known(Connection connection) {
        return known(connection.id());
    }

    /** As {@link #known(Connection)}; empty where no app is set up to try a user with. */
    public Optional<Boolean> known(MappedUsers.Mapped user) {
        return hostId(user).map(this::known);
    }

    private boolean known(UUID hostId) {
        return probes.of(hostId).map(Probes.Probe::probedAt).isPresent();
    }

    /** Has a connection looked at once more. */
    public void lookAgain(Connection connection) {
        probe.again(connection);
    }

    /** As {@link #lookAgain(Connection)}; false where no app is set up to try a user with. */
    @Transactional
    public boolean lookAgain(MappedUsers.Mapped user) {
        Optional<ZoomApp> app = apps.effective(ZoomApp.Kind.SERVER_TO_SERVER);
        app.ifPresent(it -> probe.again(it.id(), user));
        return app.isPresent();
    }

    private Optional<UUID> hostId(MappedUsers.Mapped user) {
        return apps.effective(ZoomApp.Kind.SERVER_TO_SERVER).map(app -> user.hostId(app.id()));
    }

    private String named(List<String> settings) {
        return String.join(
                ", ",
                settings.stream()
                        .map(name -> message("zoom.setting." + name, name))
                        .toList());
    }

    private ProblemWords words(Finding finding, Object... details) {
        String key = "zoom.finding." + finding.name();
        return new ProblemWords(
                finding.name(), message(key + ".title", key, details), message(key + ".remedy", key, details));
    }

    private String message(String key, String otherwise, Object... details) {
        return Optional.ofNullable(messages.getMessage(key, details, otherwise, LocaleContextHolder.getLocale()))
                .orElse(otherwise);
    }
}
