package org.zoomsandbox.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.Account;
import org.zoomsandbox.world.Dice;
import org.zoomsandbox.world.Digest;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.VirtualClock;
import org.zoomsandbox.world.ZoomUser;

/** What every call to Zoom passes: who calls, which faults strike, which limits hold, and the record of it. */
public final class Gate {

    private static final String BEARER = "Bearer ";

    private final VirtualClock clock;
    private final Directory directory;
    private final Callers callers;
    private final RateLimits limits;
    private final Faults faults;
    private final FaultyAnswers faulty;
    private final CallLog log;
    private final RefreshLog refreshes;

    public Gate(
            VirtualClock clock,
            Directory directory,
            Callers callers,
            RateLimits limits,
            Faults faults,
            CallLog log,
            RefreshLog refreshes) {
        this.clock = clock;
        this.directory = directory;
        this.callers = callers;
        this.limits = limits;
        this.faults = faults;
        this.faulty = new FaultyAnswers(limits);
        this.log = log;
        this.refreshes = refreshes;
    }

    /** A REST operation. */
    public Handler rest(Operation operation) {
        return context -> {
            var call = new ZoomCall(context);
            var refused = identify(call);
            var host = call.knownCaller() == null ? null : operation.host().apply(call);
            var users = new ArrayList<String>();
            addNames(users, call.self());
            addNames(users, host);
            var passage =
                    new Passage(context, operation.key(), users, null, null, operation.writes() ? call.body() : null);
            passage.run(() -> throughLimits(passage, operation, call, refused, host));
        };
    }

    /** An OAuth endpoint; the second argument finds the user its form is about, so that faults can single one out. */
    public Handler oauth(String path, Function<ZoomCall, @Nullable ZoomUser> subject, Endpoint endpoint) {
        return context -> {
            var call = new ZoomCall(context);
            var users = new ArrayList<String>();
            addNames(users, subject.apply(call));
            var passage = new Passage(
                    context, "POST " + path, users, call.form("grant_type"), call.form("refresh_token"), null);
            passage.run(() -> passage.answered(() -> endpoint.answer(call)));
        };
    }

    private Answer throughLimits(
            Passage passage, Operation operation, ZoomCall call, @Nullable ZoomError refused, @Nullable ZoomUser host) {
        var locked = operation.writes() && host != null;
        if (locked && !limits.beginWrite(Objects.requireNonNull(host).id())) {
            return RateLimits.concurrent(passage.context.path()).answer();
        }
        try {
            if (refused != null) {
                return passage.answered(() -> {
                    throw refused;
                });
            }
            var budget = limits.take(account(call.caller()), operation.label());
            passage.headers.putAll(budget.headers());
            return passage.answered(() -> {
                if (budget.exceeded() != null) {
                    throw budget.exceeded();
                }
                if (operation.effect() == Operation.Effect.COUNTED && host != null) {
                    limits.countWrite(host.id());
                }
                return operation.endpoint().answer(call);
            });
        } finally {
            if (locked) {
                limits.endWrite(Objects.requireNonNull(host).id());
            }
        }
    }

    private Account account(Caller caller) {
        return Objects.requireNonNull(directory.account(caller.accountId()));
    }

    private @Nullable ZoomError identify(ZoomCall call) {
        if (call.query("access_token") != null) {
            return ZoomError.token(
                    "Invalid access token, this access token is not supported as query parameter string.");
        }
        var header = call.header("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            return ZoomError.token("Invalid access token.");
        }
        try {
            call.identify(callers.of(header.substring(BEARER.length())));
        } catch (ZoomError expired) {
            return expired;
        }
        return call.knownCaller() == null ? ZoomError.token("Invalid access token.") : null;
    }

    private static void addNames(List<String> names, @Nullable ZoomUser user) {
        if (user != null) {
            names.add(user.id());
            names.add(user.email());
        }
    }

    /** One call on its way through. */
    private final class Passage {

        private final Context context;
        private final String operation;
        private final List<String> users;
        private final @Nullable String grant;
        private final @Nullable String refreshToken;
        private final @Nullable String body;
        private final Instant began = clock.instant();
        private final List<Fault> struck;
        private final Map<String, String> headers = new LinkedHashMap<>();

        private Passage(
                Context context,
                String operation,
                List<String> users,
                @Nullable String grant,
                @Nullable String refreshToken,
                @Nullable String body) {
            this.context = context;
            this.operation = operation;
            this.users = users;
            this.grant = grant;
            this.refreshToken = refreshToken;
            this.body = body;
            this.struck = faults.strike(context.method().name() + " " + context.path(), users, grant);
        }

        private void run(Supplier<Answer> work) {
            var answer = work.get();
            for (var fault : struck) {
                answer = afterCommit(fault, answer);
            }
            if (strikes(Fault.Kind.LOST_ANSWER) || strikes(Fault.Kind.RESET_BEFORE_COMMIT)) {
                record(0);
                Connections.reset(context.req());
            } else {
                record(answer.status());
                send(answer);
            }
        }

        /** The endpoint's answer, unless a fault comes first. */
        private Answer answered(Supplier<Answer> endpoint) {
            for (var fault : struck) {
                if (fault.kind() == Fault.Kind.LATENCY && !fault.afterCommit()) {
                    pause(fault);
                }
            }
            for (var fault : struck) {
                if (fault.kind() == Fault.Kind.RESET_BEFORE_COMMIT) {
                    return Answer.empty(500);
                }
                if (fault.kind() != Fault.Kind.LATENCY && !fault.afterCommit()) {
                    return faulty.instead(fault, context.path());
                }
            }
            try {
                return endpoint.get();
            } catch (ZoomError e) {
                return e.answer();
            }
        }

        private Answer afterCommit(Fault fault, Answer answer) {
            if (!fault.afterCommit()) {
                return answer;
            }
            return switch (fault.kind()) {
                case LATENCY -> {
                    faults.keepBack(fault, () -> pause(fault));
                    yield answer;
                }
                case STATUS -> faulty.instead(fault, context.path());
                default -> FaultyAnswers.spoiled(fault, answer);
            };
        }

        private boolean strikes(Fault.Kind kind) {
            return struck.stream().anyMatch(fault -> fault.kind() == kind);
        }

        private void send(Answer answer) {
            context.status(answer.status());
            context.header("x-zm-trackingid", "v=2.0;clid=us06;rid=WEB_" + Dice.text(12));
            headers.putAll(answer.headers());
            headers.values().removeIf(String::isEmpty);
            headers.forEach(context::header);
            if (!answer.contentType().isEmpty()) {
                context.contentType(answer.contentType());
                context.result(answer.body());
            }
        }

        private void record(int status) {
            var kinds = struck.stream().map(fault -> fault.kind().word()).toList();
            var user = users.isEmpty() ? null : users.getLast();
            var now = clock.instant();
            if (refreshToken != null) {
                refreshes.add(new RefreshLog.Entry(user, Digest.of(refreshToken), began, now, status, kinds));
            }
            log.add(new CallLog.Entry(
                    now, operation, context.method().name(), context.path(), status, user, kinds, grant, body));
        }

        private static void pause(Fault fault) {
            try {
                Thread.sleep(Duration.ofMillis(fault.params().path("ms").asLong(1_000)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
