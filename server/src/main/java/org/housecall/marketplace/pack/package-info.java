/** One ZIP with everything that a submission to the Zoom Marketplace wants. */
@NullMarked
package org.housecall.marketplace.pack;

import org.jspecify.annotations.NullMarked;
