package org.fangxin.document.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.document.Blank;
import org.fangxin.document.Documents;
import org.fangxin.document.store.IssuedStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The desk at which forms are looked at and issued. */
@Component
class FormDesk implements Documents {
    private static final int TRIES = 20;

    private final Composer composer;
    private final Rendering rendering;
    private final Issuing issuing;
    private final IssuedStore store;
    private final IssuedReading reading;
    /** One at a time within a process, so that a number is printed once; others on the database are met by trying again. */
    private final ReentrantLock press = new ReentrantLock(true);

    FormDesk(Composer composer, Rendering rendering, Issuing issuing, IssuedStore store, IssuedReading reading) {
        this.composer = composer;
        this.rendering = rendering;
        this.issuing = issuing;
        this.store = store;
        this.reading = reading;
    }

    @Override
    public List<OfficialForm> forms(String caseNo, Actor actor) {
        return composer.forms(caseNo, actor);
    }

    @Override
    public Preview preview(Draft draft, Actor actor) {
        Composition paper = composer.compose(draft, actor);
        requireReplaceable(draft);
        return new Preview(
                draft.form().title(),
                paper.blanks(),
                paper.missing().stream().map(Blank::label).toList(),
                rendering.warnings(paper),
                rendering.render(paper, Composer.NO_NUMBER).pdf());
    }

    @Override
    public Done issue(Draft draft, Actor actor, @Nullable Long version) {
        press.lock();
        try {
            Composition paper = composer.compose(draft, actor);
            requireComplete(paper);
            requireReplaceable(draft);
            for (int attempt = 0; attempt < TRIES; attempt++) {
                int serial = issuing.next(paper);
                Rendering.Rendered sheets = rendering.render(paper, paper.number(serial));
                Optional<Issuing.Kept> kept = issuing.keep(paper, serial, sheets, actor, version);
                if (kept.isPresent()) {
                    return done(paper, kept.get());
                }
            }
            throw Problem.conflict("同时制发的文书太多，这份没有发出。请再点一次“制发”。", java.util.Map.of());
        } finally {
            press.unlock();
        }
    }

    private Done done(Composition paper, Issuing.Kept kept) {
        List<String> warnings = new ArrayList<>(rendering.warnings(paper));
        warnings.addAll(kept.done().warnings());
        return new Done(kept.document(), warnings);
    }

    @Override
    public List<Issued> of(String caseNo) {
        return reading.of(caseNo);
    }

    @Override
    public Optional<Issued> find(String caseNo, String documentId) {
        return reading.find(caseNo, documentId);
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] content(Issued document, Format format) {
        return store.content(document.id(), format);
    }

    private static void requireComplete(Composition paper) {
        List<Problem.FieldError> empty = paper.missing().stream()
                .map(blank ->
                        new Problem.FieldError("fields." + blank.name(), "required", "请填写“" + blank.label() + "”。"))
                .toList();
        if (!empty.isEmpty()) {
            throw Problem.invalid(empty);
        }
        if (paper.draft().form() == OfficialForm.F10) {
            requireProvision(paper);
        }
    }

    /** F10 must name the provision that commands telling (Art. 36). */
    private static void requireProvision(Composition paper) {
        boolean cited = paper.blanks().stream()
                .filter(blank -> blank.name().equals("basis"))
                .anyMatch(blank -> citesArticle(blank.value()));
        if (!cited) {
            throw Problem.invalid("fields.basis", "provision", "“告知依据”要写明法律、法规、规章的名称和条款，比如《中华人民共和国食品安全法》第一百一十五条。");
        }
    }

    /** A name in its marks, and after it an article. */
    private static boolean citesArticle(String basis) {
        int name = basis.indexOf('《');
        int end = basis.indexOf('》', name + 2);
        int article = basis.indexOf('第', end);
        return name >= 0 && end > 0 && article > 0 && basis.indexOf('条', article + 2) > 0;
    }

    /** A correction names a document of the same case and form that nothing corrects yet. */
    private void requireReplaceable(Draft draft) {
        if (draft.replaces() == null) {
            return;
        }
        Issued old = reading.of(draft.caseNo()).stream()
                .filter(one -> one.number().equals(draft.replaces()) && one.form() == draft.form())
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "replaces", "unknown", "本案没有这个文号的“" + draft.form().title() + "”。"));
        if (old.replacedBy() != null) {
            throw Problem.invalid("replaces", "replaced", "这份文书已由" + old.replacedBy() + "更正，请更正最新的一份。");
        }
    }
}
