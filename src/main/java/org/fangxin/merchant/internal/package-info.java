@org.jspecify.annotations.NullMarked
package org.fangxin.merchant.internal;
