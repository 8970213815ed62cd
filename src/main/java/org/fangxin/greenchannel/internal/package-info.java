/** The channel at work. */
@org.jspecify.annotations.NullMarked
package org.fangxin.greenchannel.internal;
