package org.housecall.zoom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.housecall.appointments.MeetingSummaries.ProblemWords;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a connected Zoom account does not allow or has settled otherwise, in words. */
@Component
public class HostFindings {

    /** What an account can override, by Zoom's names; in words {@code zoom.setting.<name>}. */
    public static final Set<String> SETTINGS = PrivacySettings.compared();

    private final Probes probes;
    private final HostProbe probe;
    private final MessageSource messages;

    HostFindings(Probes probes, HostProbe probe, MessageSource messages) {
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
        TRIAL_LEFT
    }

    /** In the reader's words; nothing where nothing is amiss. */
    public List<ProblemWords> of(Connection connection) {
        Probes.Probe found = probes.of(connection.id()).orElse(Probes.Probe.NONE);
        List<ProblemWords> words = new ArrayList<>();
        if (connection.basic()) {
            words.add(words(Finding.BASIC, ZoomUser.BASIC_MINUTES));
        }
        if (found.refusal() != null) {
            words.add(words(Finding.CANNOT_HOST));
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
        return probes.of(connection.id()).map(Probes.Probe::probedAt).isPresent();
    }

    /** Has a connection looked at once more. */
    public void lookAgain(Connection connection) {
        probe.again(connection);
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
