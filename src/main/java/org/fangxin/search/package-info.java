/**
 * One box over case numbers, merchants, goods and narratives. A reader of the journal keeps the words of each case; hits,
 * counts, figures beside them and suggestions are what the case file shows the person who asks, no more. Stands above the
 * rooms whose words it keeps, and hears them through the journal only.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.search;
