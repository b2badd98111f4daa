/** The sandbox's clock, accounts, people, apps and everything secret it has handed out. */
@NullMarked
package org.zoomsandbox.world;

import org.jspecify.annotations.NullMarked;
