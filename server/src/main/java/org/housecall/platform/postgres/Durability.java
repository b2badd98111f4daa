package org.housecall.platform.postgres;

/** Whether a commit outlives a power failure; only a database made for one test run may do without. */
enum Durability {
    DURABLE("on"),
    THROWAWAY("off");

    private final String setting;

    Durability(String setting) {
        this.setting = setting;
    }

    /** The value of fsync, synchronous_commit and full_page_writes. */
    String setting() {
        return setting;
    }
}
