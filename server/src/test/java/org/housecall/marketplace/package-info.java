@NullMarked
package org.housecall.marketplace;

import org.jspecify.annotations.NullMarked;
