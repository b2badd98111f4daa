@NullMarked
package org.housecall.platform;

import org.jspecify.annotations.NullMarked;
