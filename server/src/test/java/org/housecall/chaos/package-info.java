/** Everything goes wrong at once, for minutes, and at the end everything is right. */
@NullMarked
package org.housecall.chaos;

import org.jspecify.annotations.NullMarked;
