@org.jspecify.annotations.NullMarked
package org.fangxin.enforcement.web;
