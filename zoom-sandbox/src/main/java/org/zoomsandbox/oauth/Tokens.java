package org.zoomsandbox.oauth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.oauth.Credential.Binding;
import org.zoomsandbox.oauth.Credential.Fate;
import org.zoomsandbox.oauth.Credential.Grant;
import org.zoomsandbox.oauth.Credential.Kind;
import org.zoomsandbox.world.Dice;
import org.zoomsandbox.world.IssuedSecrets;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.Jwt;

/** The life of codes and tokens. */
public final class Tokens {

    private static final Duration CODE_LIFE = Duration.ofMinutes(5);
    private static final Duration ACCESS_LIFE = Duration.ofHours(1);
    private static final Duration REFRESH_LIFE = Duration.ofDays(90);

    /** What one exchange yields; the account's own token comes without a refresh token. */
    record Issue(Credential access, @Nullable Credential refresh) {}

    private record Installation(String clientId, String userId) {}

    private final InstantSource clock;
    private final IssuedSecrets secrets;
    private final Jwt jwt = new Jwt();
    private final Map<String, Credential> credentials = new ConcurrentHashMap<>();
    private final Map<Installation, Grant> installed = new ConcurrentHashMap<>();

    public Tokens(InstantSource clock, IssuedSecrets secrets) {
        this.clock = clock;
        this.secrets = secrets;
    }

    Credential issueCode(Grant grant, Binding binding) {
        var now = clock.instant();
        return keep(new Credential(Kind.CODE, Dice.text(48), grant, now, now.plus(CODE_LIFE), binding));
    }

    /** A new authorization by the same person for the same app kills every earlier token of that pair. */
    synchronized Issue exchange(
            String clientId, @Nullable String code, @Nullable String redirectUri, @Nullable String verifier) {
        var found = code == null ? null : credentials.get(code);
        if (found == null
                || found.kind() != Kind.CODE
                || !found.grant().clientId().equals(clientId)) {
            throw invalidCode(code);
        }
        var binding = Objects.requireNonNull(found.binding());
        if (!found.usableAt(clock.instant())) {
            throw invalidCode(code);
        }
        if (!binding.redirectUri().equals(redirectUri)) {
            throw OAuthRefused.invalidRequest("Redirect URI mismatch.");
        }
        if (binding.pkce() != null && !binding.pkce().provenBy(verifier)) {
            throw OAuthRefused.invalidRequest("Invalid code verifier.");
        }
        found.end(Fate.USED, "exchanged");
        var grant = found.grant();
        var user = Objects.requireNonNull(grant.userId());
        end(each -> each.grant().of(clientId, user), "revoked by a later authorization (4741)");
        installed.put(new Installation(clientId, user), grant);
        return issuePair(grant);
    }

    /** Zoom rotates the refresh token on every use, and the used one is dead at once. */
    synchronized Issue refresh(String clientId, @Nullable String token, boolean accessSurvives) {
        var found = token == null ? null : credentials.get(token);
        if (found == null
                || found.kind() != Kind.REFRESH
                || !found.grant().clientId().equals(clientId)
                || !found.usableAt(clock.instant())) {
            throw OAuthRefused.invalidToken();
        }
        found.end(Fate.ROTATED, "refreshed");
        if (!accessSurvives) {
            endAll(Kind.ACCESS, found.grant(), "refreshed");
        }
        return issuePair(found.grant());
    }

    Issue forAccount(Grant grant) {
        return new Issue(issue(Kind.ACCESS, grant, ACCESS_LIFE), null);
    }

    /** The access token with this value, whatever has become of it. */
    @Nullable
    Credential access(String value) {
        var found = credentials.get(value);
        return found != null && found.kind() == Kind.ACCESS ? found : null;
    }

    /** The code or token with this value, whatever has become of it. */
    public @Nullable Credential any(@Nullable String value) {
        return value == null ? null : credentials.get(value);
    }

    /** Whether it still opens anything. */
    public boolean usableNow(Credential credential) {
        return credential.usableAt(clock.instant());
    }

    /** What this person has granted the app, or null if it is not installed. */
    public @Nullable Grant installation(String clientId, String userId) {
        return installed.get(new Installation(clientId, userId));
    }

    /** Who has the app installed. */
    public List<Grant> installations(String clientId) {
        return installed.values().stream()
                .filter(grant -> grant.clientId().equals(clientId))
                .toList();
    }

    /** Removes the app from this person's Zoom and kills its tokens; returns what was removed. */
    synchronized @Nullable Grant uninstall(String clientId, String userId, String cause) {
        end(each -> each.grant().of(clientId, userId), cause);
        return installed.remove(new Installation(clientId, userId));
    }

    /** Kills tokens without removing the app; without a user those of everybody. */
    public synchronized void revoke(@Nullable String clientId, @Nullable String userId, String cause) {
        end(each -> concerns(each, clientId, userId), cause);
    }

    /** Lets tokens of one kind run out now that have been valid for so long at least, and returns how many that were. */
    public synchronized int expire(Kind kind, @Nullable String clientId, @Nullable String userId, Duration age) {
        var now = clock.instant();
        var expired = credentials.values().stream()
                .filter(each -> each.kind() == kind && concerns(each, clientId, userId))
                .filter(each -> each.usableAt(now) && !each.issuedAt().plus(age).isAfter(now))
                .toList();
        expired.forEach(each -> each.expireAt(now));
        return expired.size();
    }

    /** All of them, the newest first. */
    public List<Credential> all() {
        return credentials.values().stream()
                .sorted(Comparator.comparing(Credential::issuedAt).reversed())
                .toList();
    }

    public synchronized void clear() {
        credentials.clear();
        installed.clear();
    }

    private static boolean concerns(Credential each, @Nullable String clientId, @Nullable String userId) {
        return (clientId == null || each.grant().clientId().equals(clientId))
                && (userId == null || userId.equals(each.grant().userId()));
    }

    private void end(Predicate<Credential> which, String cause) {
        credentials.values().stream().filter(which).forEach(each -> each.end(Fate.REVOKED, cause));
    }

    private void endAll(Kind kind, Grant grant, String cause) {
        end(each -> each.kind() == kind && each.grant().of(grant.clientId(), grant.userId()), cause);
    }

    private Issue issuePair(Grant grant) {
        return new Issue(issue(Kind.ACCESS, grant, ACCESS_LIFE), issue(Kind.REFRESH, grant, REFRESH_LIFE));
    }

    private Credential issue(Kind kind, Grant grant, Duration life) {
        var now = clock.instant();
        var claims = Json.object()
                .put("ver", 10)
                .put("auid", Dice.text(16))
                .put("iss", "zm:cid:" + grant.clientId())
                .put("gno", 0)
                .put("type", kind == Kind.ACCESS ? 0 : 1)
                .put("aud", "https://oauth.zoom.us")
                .put("uid", grant.userId())
                .put("nbf", now.getEpochSecond())
                .put("exp", now.plus(life).getEpochSecond())
                .put("iat", now.getEpochSecond())
                .put("aid", grant.accountId())
                .put("jti", Dice.text(24))
                .put("ctx", Dice.text(150));
        return keep(new Credential(kind, jwt.mint(claims), grant, now, now.plus(life), null));
    }

    private Credential keep(Credential credential) {
        credentials.put(credential.value(), credential);
        var kind = switch (credential.kind()) {
            case CODE -> "code";
            case ACCESS -> "access_token";
            case REFRESH -> "refresh_token";
        };
        secrets.add(kind, credential.value());
        return credential;
    }

    private static OAuthRefused invalidCode(@Nullable String code) {
        return OAuthRefused.invalidRequest("Invalid authorization code " + Objects.requireNonNullElse(code, ""));
    }
}
