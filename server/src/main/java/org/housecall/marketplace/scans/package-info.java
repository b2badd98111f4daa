/** Scans for weaknesses that were run, as they were written down here. */
@NullMarked
package org.housecall.marketplace.scans;

import org.jspecify.annotations.NullMarked;
