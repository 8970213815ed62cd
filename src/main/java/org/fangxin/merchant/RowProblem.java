package org.fangxin.merchant;

/**
 * Why a row of an extract was left out, or a column of it.
 *
 * @param line as a spreadsheet shows it
 * @param problem what is wrong and what to do, for the person who has the file
 */
public record RowProblem(int line, String column, String problem) {}
