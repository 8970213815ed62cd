package org.fangxin.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span that does not count: the days after {@code after}, up to and with {@code through}; still open when
 * {@code through} is null.
 *
 * @param why what the reader is told, e.g. 检测（委托书 崇检委〔2026〕3号）; never personal data
 */
public record Pause(LocalDate after, @Nullable LocalDate through, String why) {}
