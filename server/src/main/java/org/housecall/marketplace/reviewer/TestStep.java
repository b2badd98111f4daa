package org.housecall.marketplace.reviewer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.housecall.zoom.Scope;

/** What a reviewer tries, in this order; what to do and what to expect stands under its key in the catalogue. */
public enum TestStep {
    SIGN_IN,
    DECLINE,
    INSTALL(Scope.READ_USER),
    CHECK(Scope.LIST_MEETINGS),
    MEETING(Scope.CREATE_MEETINGS),
    RESCHEDULE(Scope.CHANGE_MEETINGS),
    START(Scope.READ_MEETINGS),
    JOIN,
    WAITING(Scope.SEE_WAITING),
    CANCEL(Scope.REMOVE_MEETINGS),
    DISCONNECT,
    RECONNECT(Scope.READ_USER),
    UNINSTALL,
    ADD(Scope.READ_USER);

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Scope> scopes;

    TestStep(Scope... scopes) {
        this.scopes = List.copyOf(Arrays.asList(scopes));
    }

    /** The scopes that it has Zoom ask for. */
    public List<Scope> scopes() {
        return scopes;
    }

    String key() {
        return "marketplace.test-plan." + name().toLowerCase(Locale.ROOT);
    }
}
