@NullMarked
package org.housecalldemo;

import org.jspecify.annotations.NullMarked;
