/** {@code /api/v1/law}: rules, deadlines and the calendar for anyone; changes for administrators. */
@org.jspecify.annotations.NullMarked
package org.fangxin.law.web;
