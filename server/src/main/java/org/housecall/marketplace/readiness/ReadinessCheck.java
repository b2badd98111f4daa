package org.housecall.marketplace.readiness;

/** One thing that Zoom's reviewer looks at, judged by what was observed. */
interface ReadinessCheck {

    /** In the answer and in message keys. */
    String id();

    Outcome judge(Observed observed);
}
