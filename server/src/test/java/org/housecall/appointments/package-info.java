@NullMarked
package org.housecall.appointments;

import org.jspecify.annotations.NullMarked;
