@NullMarked
package org.housecall.booking;

import org.jspecify.annotations.NullMarked;
