/** The HTTP face of notifications: the mails that nobody has received yet. */
@NullMarked
package org.housecall.notifications.web;

import org.jspecify.annotations.NullMarked;
