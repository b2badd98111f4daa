/** Journeys through a started demo, in a real browser, knowing only what a person can read. */
@NullMarked
package org.housecallacceptance;

import org.jspecify.annotations.NullMarked;
