package org.housecall.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.Secret;
import org.housecall.platform.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was answered under an account's Idempotency-Keys, kept for a day. Requests and answers are sealed: some carry
 * secrets that are kept nowhere else.
 */
@Repository
public class IdempotencyKeys implements RecurringJob {

    private static final Duration KEPT = Duration.ofDays(1);

    /** No request takes as long; the node that worked on it is dead, and what came of it unknown. */
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final JsonMapper json;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, SecretBox box, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.json = json;
        this.clock = clock;
    }

    /** Asks to work on a request. Of several at once, one is the first. */
    public Claim claim(UUID accountId, String key, Request request) {
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS); // as PostgreSQL keeps it
        int claimed = jdbc.sql("""
                        insert into idempotency_key as k (account_id, key, request_hash, claimed_at)
                        values (:account, :key, :request, :now)
                        on conflict (account_id, key) do update set
                          request_hash = excluded.request_hash, claimed_at = excluded.claimed_at, status = null, response = null
                        where k.claimed_at < :expired or (k.status is null and k.claimed_at < :abandoned)""")
                .param("account", accountId)
                .param("key", key)
                .param("request", box.seal(json.writeValueAsString(request), context(accountId, key)))
                .param("now", now)
                .param("expired", now.minus(KEPT))
                .param("abandoned", now.minus(ABANDONED))
                .update();
        if (claimed == 1) {
            return new Claim.First(accountId, key, now);
        }
        return find(accountId, key).map(used -> used.claim(request)).orElseGet(Claim.Busy::new);
    }

    /** Keeps the answer to the first request. */
    public void keep(Claim.First claim, Answer answer) {
        jdbc.sql("""
                        update idempotency_key set status = :status, response = :response
                        where account_id = :account and key = :key and claimed_at = :claimed""")
                .param("status", answer.status())
                .param("response", box.seal(json.writeValueAsString(answer), context(claim.accountId(), claim.key())))
                .param("account", claim.accountId())
                .param("key", claim.key())
                .param("claimed", claim.at())
                .update();
    }

    /** The first request came to nothing that is worth keeping, so the key is free again. */
    public void release(Claim.First claim) {
        jdbc.sql("delete from idempotency_key where account_id = ? and key = ? and claimed_at = ?")
                .params(claim.accountId(), claim.key(), claim.at())
                .update();
    }

    @Override
    public String kind() {
        return "forget-idempotency-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        jdbc.sql("delete from idempotency_key where claimed_at < ?")
                .param(OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }

    private Optional<Used> find(UUID accountId, String key) {
        String context = context(accountId, key);
        return jdbc.sql("select request_hash, response from idempotency_key where account_id = ? and key = ?")
                .params(accountId, key)
                .query((row, number) -> {
                    String response = box.openIfPresent(row.getBytes("response"), context);
                    return new Used(
                            json.readValue(box.open(row.getBytes("request_hash"), context), Request.class),
                            response == null ? null : json.readValue(response, Answer.class));
                })
                .optional();
    }

    static String context(UUID accountId, String key) {
        return "idempotency-key/" + accountId + "/" + key;
    }

    /** What a key was or is used for. */
    public record Request(String method, String path, String bodyHash) {

        public static Request of(String method, String path, byte[] body) {
            // Every byte a character, so that different bodies stay different.
            byte[] hash = Secret.hash(new String(body, StandardCharsets.ISO_8859_1));
            return new Request(method, path, HexFormat.of().formatHex(hash));
        }

        private List<String> differsFrom(Request other) {
            List<String> differs = new ArrayList<>();
            if (!method.equals(other.method)) {
                differs.add("method");
            }
            if (!path.equals(other.path)) {
                differs.add("path");
            }
            if (!bodyHash.equals(other.bodyHash)) {
                differs.add("body");
            }
            return differs;
        }
    }

    /** An answer as it is repeated. */
    public record Answer(int status, Map<String, String> headers, String body) {
        @Override
        public String toString() {
            return "Answer[" + status + "]"; // it may carry a secret
        }
    }

    /** How a request stands to its key. */
    public sealed interface Claim {
        /** Nobody used the key before: work, then {@link #keep} or {@link #release}. */
        record First(UUID accountId, String key, OffsetDateTime at) implements Claim {}

        record Answered(Answer answer) implements Claim {}

        /** The first request is still being worked on. */
        record Busy() implements Claim {}

        /** The key was used for another request; tells in what. */
        record OfAnother(List<String> differs) implements Claim {}
    }

    /** What a key was used for, and what came of it so far. */
    private record Used(Request first, @Nullable Answer answer) {
        Claim claim(Request request) {
            List<String> differs = request.differsFrom(first);
            if (!differs.isEmpty()) {
                return new Claim.OfAnother(differs);
            }
            return answer == null ? new Claim.Busy() : new Claim.Answered(answer);
        }
    }
}
