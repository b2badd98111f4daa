@NullMarked
package org.housecall.visits;

import org.jspecify.annotations.NullMarked;
