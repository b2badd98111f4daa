@NullMarked
package org.housecall.access.web;

import org.jspecify.annotations.NullMarked;
