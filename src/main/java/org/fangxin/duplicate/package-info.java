/**
 * What may be the same matter told twice: likely duplicates with their reasons while somebody types and beside a case (Art. 14,
 * 16, 35). It informs and decides nothing; linking and merging are acts of the case file. Stands above search, by whose
 * words it finds candidates.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.duplicate;
