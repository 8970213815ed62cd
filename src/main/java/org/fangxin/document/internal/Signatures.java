package org.fangxin.document.internal;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.cipher.Sm3;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.document.internal.word.ShippedTemplates;
import org.fangxin.document.store.Letterheads;
import org.fangxin.document.store.Letterheads.Letterhead;
import org.fangxin.document.store.Templates;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an agency brings to a paper: its mark, its seal, its templates. Read for the agency, whoever asks. */
@Component
public class Signatures {
    /**
     * A template and its SM3.
     *
     * @param shipped whether it came with the program, for no agency above has its own
     */
    public record Template(byte[] docx, String sm3, boolean shipped) {}

    private final Agencies agencies;
    private final Letterheads letterheads;
    private final Templates templates;
    private final TransactionTemplate reading;

    Signatures(
            Agencies agencies, Letterheads letterheads, Templates templates, PlatformTransactionManager transactions) {
        this.agencies = agencies;
        this.letterheads = letterheads;
        this.templates = templates;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** As set by the agency, or made of its name, without seal. */
    public Letterhead of(String agency) {
        return asProgram(() -> letterheads.of(agency))
                .orElseGet(() -> new Letterhead(mark(name(agency)), null, null, null));
    }

    /** The template in force: the agency's own, else that of the nearest agency above that has one, else the shipped. */
    Template template(String agency, OfficialForm form) {
        return asProgram(() -> own(agency, form)).orElseGet(() -> {
            byte[] shipped = ShippedTemplates.of(form);
            return new Template(shipped, Sm3.hex(shipped), true);
        });
    }

    private Optional<Template> own(String agency, OfficialForm form) {
        @Nullable String at = agency;
        while (at != null) {
            Optional<Templates.Version> newest = templates.newest(at, form);
            if (newest.isPresent()) {
                Templates.Version version = newest.get();
                return templates
                        .file(at, form, version.version())
                        .map(docx -> new Template(docx, Objects.requireNonNull(version.sm3()), false));
            }
            at = agencies.superior(at).map(Agency::code).orElse(null);
        }
        return Optional.empty();
    }

    String name(String agency) {
        return agencies.find(agency).map(Agency::name).orElse(agency);
    }

    /** 崇信县市场监督管理局 → 崇市监. */
    static String mark(String name) {
        return name.isEmpty() ? "市监" : name.substring(0, name.offsetByCodePoints(0, 1)) + "市监";
    }

    private <T> T asProgram(Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> reading.execute(status -> work.get())));
    }
}
