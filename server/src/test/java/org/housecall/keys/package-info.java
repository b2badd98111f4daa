@org.jspecify.annotations.NullMarked
package org.housecall.keys;
