@NullMarked
package org.housecall.audit;

import org.jspecify.annotations.NullMarked;
