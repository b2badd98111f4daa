@NullMarked
package org.housecall.marketplace.pack;

import org.jspecify.annotations.NullMarked;
