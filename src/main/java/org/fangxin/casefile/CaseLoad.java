package org.fangxin.casefile;

import java.time.LocalDate;
import java.util.Map;

/** How many open cases of each person in charge are overdue, due today and near; within the program's own scope. */
public interface CaseLoad {
    /** Numbers of one person's open cases. */
    record Load(int overdue, int today, int near) {}

    /** By person id; those without any are left out. */
    Map<String, Load> of(LocalDate today);
}
