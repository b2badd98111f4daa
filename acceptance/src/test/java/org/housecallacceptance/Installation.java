package org.housecallacceptance;

import java.time.ZoneId;

/** A server that somebody visits. */
interface Installation {

    /** Its address. */
    String clinic();

    /** Where its people are. */
    ZoneId zone();

    /** Of everybody who signs in with one. */
    String password();
}
