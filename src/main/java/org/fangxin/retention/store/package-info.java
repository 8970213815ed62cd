@org.jspecify.annotations.NullMarked
package org.fangxin.retention.store;
