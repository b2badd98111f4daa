package org.housecall.access;

import static org.housecall.Eventually.assertThatSoon;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.housecall.Api;
import org.housecall.TestServer;
import org.housecall.access.AccessMatrix.Line;
import org.housecall.access.AccessMatrix.May;
import org.housecall.access.AccessMatrix.Who;
import org.housecall.access.StaffedClinic.Things;
import org.jspecify.annotations.Nullable;

/** Asks as the people of one clinic, there and in another, and compares. What differs is collected, so that one run shows all of it. */
final class AccessCheck implements AutoCloseable {

    private final StaffedClinic clinic;
    private final StaffedClinic otherClinic;
    private final Rows rows;
    private final Map<Who, Things> own = new EnumMap<>(Who.class);
    private final Things someoneElses;
    private final Things other;
    private final Things misplaced;
    private final Api nobody = nobody();
    private final List<String> deviations = new ArrayList<>();
    private List<String> before;
    private int count;

    AccessCheck(StaffedClinic clinic, StaffedClinic otherClinic) {
        this.clinic = clinic;
        this.otherClinic = otherClinic;
        for (Who who : Who.values()) {
            own.put(who, clinic.own(who));
        }
        someoneElses = clinic.someoneElses();
        other = otherClinic.own(Who.PATIENT);
        misplaced = other.movedTo(clinic.fresh(Who.NOBODY));
        rows = new Rows(
                List.of(clinic.id, otherClinic.id),
                Stream.of(clinic, otherClinic)
                        .flatMap(it -> it.accounts().stream())
                        .toList());
        assertThatSoon(rows::jobs).isEqualTo(0L);
        before = rows.all();
    }

    int count() {
        return count;
    }

    List<String> deviations() {
        return deviations;
    }

    void refusals(Operation operation, Line line) {
        for (Who who : Who.values()) {
            Asking asking = new Asking(operation, line, who);
            switch (line.may(who)) {
                case YES -> {}
                case OWN -> {
                    if (operation.namesThing()) {
                        asking.refused("for someone else's", someoneElses, 404);
                    }
                }
                case OWN_ELSE_FORBIDDEN -> asking.refused("for someone else's", someoneElses, 403);
                case NO -> asking.refused("in the own clinic", asking.mine(), who == Who.NOBODY ? 401 : 403);
            }
            if (operation.isOfClinic()) {
                acrossClinics(asking);
            }
            if (who != Who.NOBODY && line.may(Who.NOBODY) == May.NO) {
                StaffedClinic.Person person = clinic.person(who);
                asking.as(person.expired).refused("with an expired token", asking.mine(), 401);
                asking.as(person.revoked).refused("with a revoked token", asking.mine(), 401);
            }
        }
    }

    private void acrossClinics(Asking asking) {
        boolean everywhere = asking.who == Who.ADMINISTRATOR;
        boolean permitted = asking.line.may(asking.who) != May.NO;
        int unless = asking.who == Who.NOBODY ? 401 : 403;
        if (!everywhere || !permitted) {
            asking.refused("in another clinic", other, everywhere || asking.who == Who.NOBODY ? unless : 404);
        }
        if (asking.operation.namesThing()) {
            // What an Administrator may not, the handler refuses, and it looks for the thing first.
            asking.refused("with another clinic's id in the route", misplaced, permitted || everywhere ? 404 : unless);
        }
        if (permitted && asking.line.sendsIds()) {
            asking.sending(other).refused("with another clinic's ids sent along", asking.mine(), 422);
        }
    }

    void reading(Operation operation, Line line) {
        if (!operation.reads()) {
            return;
        }
        for (Who who : Who.values()) {
            Asking asking = new Asking(operation, line, who);
            boolean onlyOwn = line.may(who) == May.OWN;
            if (line.may(who) != May.NO) {
                asking.answered(
                        "reading",
                        asking.mine(),
                        onlyOwn ? List.of(someoneElses, other) : operation.isOfClinic() ? List.of(other) : List.of());
            }
        }
        if (operation.isOfClinic() && line.may(Who.ADMINISTRATOR) == May.YES) {
            new Asking(operation, line, Who.ADMINISTRATOR)
                    .answered("reading in another clinic", other, List.of(own(Who.PATIENT), someoneElses));
        }
    }

    void changes(Operation operation, Line line) {
        if (operation.reads()) {
            return;
        }
        for (Who who : Who.values()) {
            if (line.may(who) != May.NO) {
                new Asking(operation, line, who).as(client(who)).done("changing", clinic.fresh(who));
            }
        }
        if (operation.isOfClinic() && line.may(Who.ADMINISTRATOR) == May.YES) {
            new Asking(operation, line, Who.ADMINISTRATOR)
                    .done("changing in another clinic", otherClinic.fresh(Who.ADMINISTRATOR));
        }
    }

    private Things own(Who who) {
        return Objects.requireNonNull(own.get(who));
    }

    private static Stream<String> traces(List<Things> things) {
        return things.stream().flatMap(it -> it.traces().stream()).distinct();
    }

    private Api client(Who who) {
        return who == Who.NOBODY ? nobody() : clinic.person(who).api;
    }

    /** With what a page that nobody has signed in at sends, so that it is not refused for lack of a CSRF token. */
    private static Api nobody() {
        Api nobody = TestServer.nobody();
        nobody.get("/api/v1/session");
        return nobody;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }

    /** One operation, asked by someone. */
    private final class Asking {
        private final Operation operation;
        private final Line line;
        private final Who who;
        private final Api client;
        private final @Nullable Things sent;

        Asking(Operation operation, Line line, Who who) {
            this(operation, line, who, who == Who.NOBODY ? nobody : client(who), null);
        }

        private Asking(Operation operation, Line line, Who who, Api client, @Nullable Things sent) {
            this.operation = operation;
            this.line = line;
            this.who = who;
            this.client = client;
            this.sent = sent;
        }

        Asking as(Api client) {
            return new Asking(operation, line, who, client, sent);
        }

        Asking sending(Things things) {
            return new Asking(operation, line, who, client, things);
        }

        Things mine() {
            return own(who);
        }

        /** Refused with this status, nothing has changed, and the answer says nothing of anyone. */
        void refused(String situation, Things things, int status) {
            Api.Answer answer = ask(things);
            compare(situation, status, answer);
            reveals(situation, answer, traces(List.of(own(Who.PATIENT), someoneElses, other)));
            unchanged(situation);
        }

        /** Answered, nothing has changed, and the answer says nothing of what is hidden from the asker. */
        void answered(String situation, Things things, List<Things> hidden) {
            Api.Answer answer = ask(things);
            compare(situation, line.answer(), answer);
            List<String> shown = things.traces();
            reveals(situation, answer, traces(hidden).filter(trace -> !shown.contains(trace)));
            unchanged(situation);
        }

        void done(String situation, Things things) {
            compare(situation, line.answer(), ask(things));
        }

        private Api.Answer ask(Things things) {
            Things along = sent == null ? things : sent;
            return client.send(
                    operation.method(),
                    things.path(operation.path()) + along.fill(line.query()),
                    line.body() == null ? null : along.fill(line.body()),
                    Map.of());
        }

        private void compare(String situation, int status, Api.Answer answer) {
            count++;
            if (answer.status() != status) {
                deviates(situation, "expected " + status + " but got " + answer);
            }
        }

        private void reveals(String situation, Api.Answer answer, Stream<String> hidden) {
            hidden.filter(answer.body()::contains).forEach(trace -> deviates(situation, "the answer reveals " + trace));
        }

        private void unchanged(String situation) {
            List<String> after = rows.all();
            if (!after.equals(before)) {
                List<String> changed = new ArrayList<>(after);
                changed.removeAll(before);
                deviates(situation, "rows changed, now " + changed);
                before = after;
            }
        }

        private void deviates(String situation, String what) {
            deviations.add(operation.id() + " as " + who + ", " + situation + ": " + what);
        }
    }
}
