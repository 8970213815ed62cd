/** What the program can be asked to do from the command line beside serving pages. */
@org.jspecify.annotations.NullMarked
package org.fangxin.command;
