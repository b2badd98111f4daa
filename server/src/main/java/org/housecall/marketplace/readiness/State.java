package org.housecall.marketplace.readiness;

/** Red: known to be wrong or missing. Amber: not known, or seen with a stand-in for Zoom only. Green: an observed fact. */
public enum State {
    RED,
    AMBER,
    GREEN
}
