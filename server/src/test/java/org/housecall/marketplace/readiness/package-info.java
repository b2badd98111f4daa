@NullMarked
package org.housecall.marketplace.readiness;

import org.jspecify.annotations.NullMarked;
