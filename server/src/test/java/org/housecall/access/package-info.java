@NullMarked
package org.housecall.access;

import org.jspecify.annotations.NullMarked;
