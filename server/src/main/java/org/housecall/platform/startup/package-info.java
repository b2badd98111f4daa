/** Turns a failed start into one line that says what is wrong and what to do. */
@org.jspecify.annotations.NullMarked
package org.housecall.platform.startup;
