package org.housecall.zoom;

import java.net.URI;
import java.util.UUID;

/**
 * A token to call Zoom with.
 *
 * @param appId the app it was given to
 * @param apiBase where it is good
 * @param version of the stored pair it belongs to
 */
record AccessToken(UUID appId, String value, URI apiBase, long version) {

    String bearer() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
