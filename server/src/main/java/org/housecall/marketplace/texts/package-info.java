/** The texts of a submission: which there are, and what somebody wrote in place of the product's own words. */
@NullMarked
package org.housecall.marketplace.texts;

import org.jspecify.annotations.NullMarked;
