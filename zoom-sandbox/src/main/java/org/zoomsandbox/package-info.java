/** A stand-in for Zoom. Shares no code with the clinic server: ADR 0004. */
@org.jspecify.annotations.NullMarked
package org.zoomsandbox;
