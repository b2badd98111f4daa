/** The way through Zoom's submission, step by step, with this installation's values and what is done of it. */
@NullMarked
package org.housecall.marketplace.guide;

import org.jspecify.annotations.NullMarked;
