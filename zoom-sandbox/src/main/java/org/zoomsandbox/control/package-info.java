/** What a developer or a test moves the sandbox with; nothing here exists at Zoom. */
@NullMarked
package org.zoomsandbox.control;

import org.jspecify.annotations.NullMarked;
