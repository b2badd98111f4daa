/** Signed notifications, their retries, and the ways they go wrong. */
@NullMarked
package org.zoomsandbox.webhooks;

import org.jspecify.annotations.NullMarked;
