package org.zoomsandbox.meetings;

import java.time.Duration;
import java.time.InstantSource;
import org.zoomsandbox.world.Dice;
import org.zoomsandbox.world.IssuedSecrets;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.Jwt;

/** Host keys: whoever opens a start link is signed in as the host for the two hours after it was made. */
public final class StartLinks {

    private static final Duration LIFE = Duration.ofHours(2);

    /** What a start link is still good for. */
    enum Verdict {
        GOOD,
        EXPIRED,
        FORGED
    }

    private final InstantSource clock;
    private final IssuedSecrets secrets;
    private final Jwt jwt = new Jwt();

    public StartLinks(InstantSource clock, IssuedSecrets secrets) {
        this.clock = clock;
        this.secrets = secrets;
    }

    /** A fresh host key for this meeting. */
    String zak(Meeting meeting) {
        var now = clock.instant().getEpochSecond();
        var claims = Json.object()
                .put("aud", "clientsm")
                .put("uid", meeting.hostId)
                .put("iss", "web")
                .put("sty", 100)
                .put("wcd", "us06")
                .put("mnum", meeting.id)
                .put("exp", now + LIFE.toSeconds())
                .put("iat", now)
                .put("aid", meeting.accountId)
                .put("jti", Dice.text(16));
        return secrets.add("zak", jwt.mint(claims));
    }

    Verdict verdict(long meetingId, String zak) {
        var claims = jwt.claims(zak);
        if (claims == null || claims.path("mnum").asLong() != meetingId) {
            return Verdict.FORGED;
        }
        var expired = claims.path("exp").asLong() <= clock.instant().getEpochSecond();
        return expired ? Verdict.EXPIRED : Verdict.GOOD;
    }
}
