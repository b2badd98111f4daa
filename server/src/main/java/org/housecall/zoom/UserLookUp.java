package org.housecall.zoom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Finds out whom an id or address names in the account of the Server-to-Server app that counts in the current clinic. */
@Service
public class UserLookUp {

    private final ZoomApps apps;
    private final HostAccess access;
    private final ZoomClient zoom;

    UserLookUp(ZoomApps apps, HostAccess access, ZoomClient zoom) {
        this.apps = apps;
        this.access = access;
        this.zoom = zoom;
    }

    /** Why somebody hosts no visits, or not all; in words {@code zoom.user.warning.<NAME>}. */
    public enum Warning {
        BASIC,
        NO_LICENCE,
        INACTIVE
    }

    /** A user as Zoom knows them. */
    public record Person(
            String id,
            @Nullable String email,
            @Nullable String name,
            @Nullable Integer type,
            List<Warning> warnings) {

        public boolean licensed() {
            return type != null && type == ZoomUser.LICENSED;
        }

        public boolean basic() {
            return type != null && type == ZoomUser.BASIC;
        }
    }

    /** Empty where Zoom could not be asked. Fails with a field error where Zoom knows nobody of that name. */
    Optional<Person> find(String zoomUser) {
        Optional<ZoomApp> app = apps.effective(ZoomApp.Kind.SERVER_TO_SERVER);
        if (app.isEmpty()) {
            return Optional.empty();
        }
        ZoomAnswer answer =
                access.call(new ZoomHost.Mapped(app.get().id(), zoomUser), token -> zoom.user(token, zoomUser));
        if (answer instanceof ZoomAnswer.HostUnusable) {
            throw Problem.invalid("zoomUser", "zoom.user.unknown");
        }
        return answer instanceof ZoomAnswer.Done done ? person(done) : Optional.empty();
    }

    /** As {@link #find}, for somebody who waits for the answer. */
    public Person lookUp(String zoomUser) {
        return find(zoomUser).orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "zoom-user-not-asked"));
    }

    private static Optional<Person> person(ZoomAnswer.Done answer) {
        return ZoomUser.of(answer)
                .map(user -> new Person(
                        user.id(), user.email(), name(answer), user.type(), warnings(user, answer.text("status"))));
    }

    private static @Nullable String name(ZoomAnswer.Done answer) {
        String whole = answer.text("display_name");
        if (whole != null && !whole.isBlank()) {
            return whole;
        }
        String parts = Stream.of("first_name", "last_name")
                .map(answer::text)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? null : parts;
    }

    private static List<Warning> warnings(ZoomUser user, @Nullable String status) {
        List<Warning> warnings = new ArrayList<>();
        if (status != null && !status.equals("active")) {
            warnings.add(Warning.INACTIVE);
        }
        if (user.type() != null && user.type() == ZoomUser.BASIC) {
            warnings.add(Warning.BASIC);
        } else if (user.type() != null && user.type() == ZoomUser.NONE) {
            warnings.add(Warning.NO_LICENCE);
        }
        return warnings;
    }
}
