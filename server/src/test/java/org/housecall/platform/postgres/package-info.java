@org.jspecify.annotations.NullMarked
package org.housecall.platform.postgres;
