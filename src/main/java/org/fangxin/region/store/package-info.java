/** Region's tables: divisions, agencies, the streets and aliases of offices. */
@org.jspecify.annotations.NullMarked
package org.fangxin.region.store;
