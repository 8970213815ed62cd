package org.fangxin.supervision.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fangxin.identity.CurrentPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How many open cases are ample, near, due today and overdue, inside the caller's scope. */
@RestController
@RequestMapping("/api/v1/watch")
@Tag(name = "watch", description = "时限监看")
class WatchController {
    record Levels(Map<String, Integer> levels) {}

    private final JdbcClient jdbc;

    WatchController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping
    @Transactional(readOnly = true)
    @Operation(summary = "在办案件按时限分级的件数：充足、临近、今天、超期")
    public Levels levels() {
        CurrentPerson.require();
        Map<String, Integer> levels = new LinkedHashMap<>();
        for (String level : new String[] {"ample", "near", "today", "overdue"}) {
            levels.put(
                    level,
                    jdbc.sql("select count(*) from supervision.watch where level = ?")
                            .param(level)
                            .query(Integer.class)
                            .single());
        }
        return new Levels(levels);
    }
}
