@NullMarked
package org.housecall.jobs;

import org.jspecify.annotations.NullMarked;
