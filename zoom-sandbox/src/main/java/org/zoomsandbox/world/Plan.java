package org.zoomsandbox.world;

/** What an account pays for, which decides how many calls all apps together may make on it. */
public enum Plan {
    FREE,
    PRO,
    BUSINESS
}
