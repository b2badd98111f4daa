/** How ready a Zoom app is for its review: facts are observed first, then each check judges them. */
@NullMarked
package org.housecall.marketplace.readiness;

import org.jspecify.annotations.NullMarked;
