@NullMarked
package org.housecall.notifications;

import org.jspecify.annotations.NullMarked;
