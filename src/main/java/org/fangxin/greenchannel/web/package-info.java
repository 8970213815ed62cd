/** What officers, merchants and consumers ask of the channel over HTTP. */
@org.jspecify.annotations.NullMarked
package org.fangxin.greenchannel.web;
