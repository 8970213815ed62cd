/** Its tables. */
@org.jspecify.annotations.NullMarked
package org.fangxin.greenchannel.store;
