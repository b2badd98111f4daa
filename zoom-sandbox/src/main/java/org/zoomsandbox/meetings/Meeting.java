package org.zoomsandbox.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.Dice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A meeting and what has become of it; guarded by its own monitor. */
public final class Meeting {

    static final int INSTANT = 1;
    static final int SCHEDULED = 2;

    private static final Duration ONE_OFF_LIFE = Duration.ofDays(30);
    private static final Duration RECURRING_LIFE = Duration.ofDays(365);
    private static final Duration RECYCLE_BIN = Duration.ofDays(7);
    private static final Duration BASIC_LIMIT = Duration.ofMinutes(40);

    /** Someone who is in the meeting or waits before it. */
    record Guest(String userId, String name, boolean waiting) {}

    final long id;
    final String hostId;
    final String accountId;
    final Instant createdAt;
    String uuid;
    String topic = "Zoom Meeting";
    String agenda = "";
    int type = SCHEDULED;
    int duration = 60;
    String timezone = "UTC";

    @Nullable
    Instant startTime;

    @Nullable
    String password;

    String encryptedPassword = "";
    String numericPassword = "";

    @Nullable
    JsonNode recurrence;

    ObjectNode settings = MeetingSettings.fresh();

    @Nullable
    Instant startedAt;

    @Nullable
    Instant lastEndedAt;

    @Nullable
    Instant deletedAt;

    boolean webinar;
    final List<Guest> guests = new ArrayList<>();

    Meeting(long id, String hostId, String accountId, Instant createdAt) {
        this.id = id;
        this.hostId = hostId;
        this.accountId = accountId;
        this.createdAt = createdAt;
        this.uuid = newUuid(id);
    }

    /** Real uuids are base64, so some begin with a slash or contain two in a row; here every few of them do. */
    static String newUuid(long seed) {
        var uuid = Base64.getEncoder().encodeToString(Dice.bytes(16));
        return switch ((int) (seed % 5)) {
            case 0 -> "/" + uuid.substring(1);
            case 1 -> uuid.substring(0, 8) + "//" + uuid.substring(10);
            default -> uuid;
        };
    }

    /** Changing the passcode changes its encrypted form, and with that the join link. */
    void passcode(@Nullable String changed) {
        password = changed == null || changed.isEmpty() ? null : changed;
        encryptedPassword = password == null ? "" : Dice.text(24) + ".1";
        numericPassword = password == null ? "" : Dice.pick("0123456789", 6);
    }

    boolean started() {
        return startedAt != null;
    }

    /** A waiting meeting is forgotten a month after its time, a recurring one a year after its last use. */
    boolean goneAt(Instant now) {
        return deletedAt != null || (!started() && lastUse().plus(life()).isBefore(now));
    }

    private Duration life() {
        return type <= SCHEDULED ? ONE_OFF_LIFE : RECURRING_LIFE;
    }

    boolean recoverableAt(Instant now) {
        return deletedAt != null && deletedAt.plus(RECYCLE_BIN).isAfter(now);
    }

    /** A meeting of a Basic host ends after forty minutes. */
    boolean overtimeAt(Instant now, boolean basicHost) {
        return basicHost && startedAt != null && !startedAt.plus(BASIC_LIMIT).isAfter(now);
    }

    boolean waitingRoom() {
        return MeetingSettings.on(settings, "waiting_room");
    }

    private Instant lastUse() {
        var last = startTime == null ? createdAt : startTime;
        return lastEndedAt != null && lastEndedAt.isAfter(last) ? lastEndedAt : last;
    }
}
