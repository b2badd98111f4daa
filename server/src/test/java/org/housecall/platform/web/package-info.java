@NullMarked
package org.housecall.platform.web;

import org.jspecify.annotations.NullMarked;
