package org.fangxin.document.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.cipher.Sm3;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.document.internal.pdf.PdfPrinter;
import org.fangxin.document.internal.word.ShippedTemplates;
import org.fangxin.document.internal.word.TemplateCheck;
import org.fangxin.document.internal.word.WordFiller;
import org.fangxin.document.store.Letterheads;
import org.fangxin.document.store.Letterheads.Letterhead;
import org.fangxin.document.store.Templates;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a system administrator sets for the papers of his own agency; each change is kept beside the earlier ones. */
@Component
public class FormSetup {
    private static final int LARGEST = 2 << 20;

    private final Letterheads letterheads;
    private final Templates templates;
    private final Signatures signatures;
    private final Trial trial;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    FormSetup(
            Letterheads letterheads,
            Templates templates,
            Signatures signatures,
            Trial trial,
            AuditLog audit,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.letterheads = letterheads;
        this.templates = templates;
        this.signatures = signatures;
        this.trial = trial;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Renders a template with invented values. */
    @Component
    static class Trial {
        private final WordFiller filler;
        private final PdfPrinter printer;

        Trial(WordFiller filler, PdfPrinter printer) {
            this.filler = filler;
            this.printer = printer;
        }

        byte[] print(OfficialForm form, byte[] docx, byte @Nullable [] seal) {
            return printer.print(filler.fill(docx, FormTags.examples(form), form.sealed() ? seal : null, form.title()));
        }
    }

    public List<Templates.Version> versions(SignedIn who) {
        return within(who, () -> templates.of(who.agencyCode()));
    }

    public Letterhead letterhead(SignedIn who) {
        return signatures.of(who.agencyCode());
    }

    public String agencyName(SignedIn who) {
        return signatures.name(who.agencyCode());
    }

    /** A page of the template in force, with invented values. */
    public byte[] sample(SignedIn who, OfficialForm form) {
        return trial.print(
                form,
                signatures.template(who.agencyCode(), form).docx(),
                letterhead(who).seal());
    }

    /** @param version of the own agency; 0 for the shipped one, null for the one in force */
    public Optional<byte[]> file(SignedIn who, OfficialForm form, @Nullable Integer version) {
        if (version == null) {
            return Optional.of(signatures.template(who.agencyCode(), form).docx());
        }
        return version == 0
                ? Optional.of(ShippedTemplates.of(form))
                : within(who, () -> templates.file(who.agencyCode(), form, version));
    }

    /** Takes a template when nothing is wrong with it; the answer is a page of it. */
    public byte[] replace(SignedIn who, OfficialForm form, byte[] docx, String fileName) {
        if (docx.length > LARGEST) {
            throw Problem.invalid("file", "too-large", "模板不能超过 2 兆。请去掉大图片再上传。");
        }
        List<String> faults = TemplateCheck.faults(form, docx);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults.stream()
                    .map(fault -> new Problem.FieldError("file", "template", fault))
                    .toList());
        }
        byte[] page = tried(form, docx, letterhead(who).seal());
        within(who, () -> {
            templates.add(who.agencyCode(), form, docx, Sm3.hex(docx), fileName, who.personId(), clock.instant());
            audit.record("TEMPLATE_CHANGED", who.agencyCode(), "form=" + form.name());
            return form;
        });
        return page;
    }

    private byte[] tried(OfficialForm form, byte[] docx, byte @Nullable [] seal) {
        try {
            return trial.print(form, docx, seal);
        } catch (RuntimeException unprintable) {
            throw Problem.invalid("file", "unprintable", "用这个模板试印时出错，没有保存。请从随程序提供的模板改起，再上传。");
        }
    }

    public void backToShipped(SignedIn who, OfficialForm form) {
        within(who, () -> {
            templates.add(who.agencyCode(), form, null, null, null, who.personId(), clock.instant());
            audit.record("TEMPLATE_SHIPPED", who.agencyCode(), "form=" + form.name());
            return form;
        });
    }

    public void sign(SignedIn who, String mark, @Nullable String phone, @Nullable String address) {
        Letterhead now = letterhead(who);
        put(who, new Letterhead(mark, phone, address, now.seal()), "LETTERHEAD_CHANGED");
    }

    /** @param png null to take the seal away */
    public void seal(SignedIn who, byte @Nullable [] png) {
        Letterhead now = letterhead(who);
        byte[] clean = png == null ? null : SealCheck.cleaned(png);
        put(who, new Letterhead(now.mark(), now.phone(), now.address(), clean), "SEAL_CHANGED");
    }

    private void put(SignedIn who, Letterhead next, String action) {
        within(who, () -> {
            letterheads.add(who.agencyCode(), next, who.personId(), clock.instant());
            audit.record(action, who.agencyCode());
            return next;
        });
    }

    private <T> T within(SignedIn who, Supplier<T> work) {
        Scope own = Scope.subtree(who.agencyCode(), who.personId(), Scope.Reports.NONE);
        return Objects.requireNonNull(Scopes.within(own, () -> transaction.execute(status -> work.get())));
    }
}
