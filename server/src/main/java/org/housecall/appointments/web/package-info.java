/** The HTTP face of appointments, and the stream of live updates. */
@NullMarked
package org.housecall.appointments.web;

import org.jspecify.annotations.NullMarked;
