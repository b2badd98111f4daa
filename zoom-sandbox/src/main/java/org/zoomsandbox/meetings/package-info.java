/** Meetings and their hosts, as Zoom's REST interface and its web pages show them. */
@NullMarked
package org.zoomsandbox.meetings;

import org.jspecify.annotations.NullMarked;
