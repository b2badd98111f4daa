/** The HTTP face of booking: the page of a clinic, and the stylesheet of all public pages. */
@NullMarked
package org.housecall.booking.web;

import org.jspecify.annotations.NullMarked;
