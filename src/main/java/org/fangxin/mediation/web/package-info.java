/** The online room and the diary over HTTP. */
@org.jspecify.annotations.NullMarked
package org.fangxin.mediation.web;
