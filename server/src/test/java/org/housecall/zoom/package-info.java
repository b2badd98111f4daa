@NullMarked
package org.housecall.zoom;

import org.jspecify.annotations.NullMarked;
