package org.housecall.zoom;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person as Zoom knows them.
 *
 * @param type 1: Basic, whose meetings end after 40 minutes; 2: Licensed
 */
record ZoomUser(
        String id,
        @Nullable String accountId,
        @Nullable String email,
        @Nullable Integer type) {

    static final int BASIC = 1;
    static final int LICENSED = 2;

    /** Neither Basic nor Licensed: hosts nothing. */
    static final int NONE = 99;

    /** After so long Zoom ends a meeting of a Basic user. */
    static final int BASIC_MINUTES = 40;

    static Optional<ZoomUser> of(ZoomAnswer.Done answer) {
        String id = answer.text("id");
        return id == null || id.isEmpty()
                ? Optional.empty()
                : Optional.of(new ZoomUser(id, answer.text("account_id"), answer.text("email"), type(answer)));
    }

    private static @Nullable Integer type(ZoomAnswer.Done answer) {
        var type = Fields.number(answer.body(), "type");
        return type.isPresent() ? Integer.valueOf((int) type.getAsLong()) : null;
    }

    @Override
    public String toString() {
        return "ZoomUser[" + id + "]";
    }
}
