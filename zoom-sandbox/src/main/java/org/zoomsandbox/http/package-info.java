/** The way every call takes: caller, faults, limits, answer, record. */
@NullMarked
package org.zoomsandbox.http;

import org.jspecify.annotations.NullMarked;
