@org.jspecify.annotations.NullMarked
package org.housecall.platform.logs;
