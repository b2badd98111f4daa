@NullMarked
package org.housecall.availability;

import org.jspecify.annotations.NullMarked;
