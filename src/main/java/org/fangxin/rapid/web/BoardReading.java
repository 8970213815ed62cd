package org.fangxin.rapid.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.NewCase;
import org.fangxin.identity.People;
import org.fangxin.law.DeadlineView;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.internal.Board;
import org.fangxin.rapid.internal.Places;
import org.fangxin.rapid.web.RapidViews.BoardView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the board together, with the names of people. */
@Component
class BoardReading {
    private final Board board;
    private final Places places;
    private final CaseFiles cases;
    private final CasePapers papers;
    private final People people;

    BoardReading(Board board, Places places, CaseFiles cases, CasePapers papers, People people) {
        this.board = board;
        this.places = places;
        this.cases = cases;
        this.papers = papers;
        this.people = people;
    }

    @Transactional(readOnly = true)
    public BoardView board(InstantSource clock) {
        List<Board.Line> running = board.running();
        Set<String> ids = new HashSet<>();
        running.forEach(line -> ids.addAll(line.team()));
        Map<String, String> names = people.displayNames(ids);
        return new BoardView(
                RapidViews.time(clock.instant()),
                running.stream().map(line -> RapidViews.line(line, names)).toList(),
                board.asked(this::place).stream().map(RapidViews::hint).toList());
    }

    /** Where the shop of a case is. */
    @Transactional(readOnly = true)
    public Places.Promised place(String caseNo) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        NewCase.Merchant shop = origin(caseNo).narrative().merchant();
        return places.of(state.agency(), shop.regionCode(), shop.address());
    }

    @Transactional(readOnly = true)
    public NewCase origin(String caseNo) {
        return papers.origin(caseNo).orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public List<DeadlineView> promises(String caseNo) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        List<DeadlineView> urgent = new ArrayList<>();
        for (DeadlineView one : cases.deadlines(state)) {
            if (org.fangxin.rapid.internal.Figure.URGENT.contains(one.rule())) {
                urgent.add(one);
            }
        }
        return urgent;
    }

    Map<String, String> names(Set<String> ids) {
        return people.displayNames(ids);
    }
}
