/** The HTTP face of meetings. */
@NullMarked
package org.housecall.meetings.web;

import org.jspecify.annotations.NullMarked;
