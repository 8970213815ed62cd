/**
 * How a refusal reaches the outside: {@code application/problem+json} with a stable type, a Chinese sentence and the
 * fields concerned. Hears nobody; every room's {@code web} package throws {@link org.fangxin.problem.Problem}.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.problem;
