package org.housecall.zoom;

import java.net.URI;

/**
 * A token to call Zoom with.
 *
 * @param apiBase where it is good
 * @param version of the stored pair it belongs to
 */
record AccessToken(String value, URI apiBase, long version) {

    String bearer() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
