/**
 * PostgreSQL as Fangxin needs it: the embedded server, its roles, the scope of each transaction. Knows no case.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.database;
