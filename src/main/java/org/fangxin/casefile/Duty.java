package org.fangxin.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Someone must be told: open until a notice is recorded.
 *
 * @param id unique in the case, e.g. {@code F5:COMPLAINANT:4} (form, addressee, seq of the entry that made it)
 * @param form F1…F10, or {@code MESSAGE} where the State has no form
 * @param title what it is called, e.g. 投诉受理决定书
 * @param to COMPLAINANT, RESPONDENT, REPORTER or ASKER
 * @param article the article that commands telling
 * @param meaning the name of the entry that telling makes: AcceptanceNotified, RefusalNotified, TerminationNotified,
 *     NoticeRecorded, ReporterTold; MediationLetterIssued is owed by handing over the signed letter
 */
public record Duty(
        String id,
        String form,
        String title,
        PartyRole to,
        String article,
        String meaning,
        Instant bornAt,
        @Nullable Instant dischargedAt) {

    /** All duties of a case. Immutable. */
    public record Book(List<Duty> all) {
        public static final Book NONE = new Book(List.of());

        public Book {
            all = List.copyOf(all);
        }

        public Book owe(Duty duty) {
            List<Duty> next = new ArrayList<>(all);
            next.add(duty);
            return new Book(next);
        }

        public Book discharge(String dutyId, Instant at) {
            return new Book(all.stream()
                    .map(d -> d.id().equals(dutyId) && d.dischargedAt() == null ? d.done(at) : d)
                    .toList());
        }

        /** All open duties whose telling makes this entry: told, or no longer owed. */
        public Book dischargeAll(String meaning, Instant at) {
            return new Book(all.stream()
                    .map(d -> d.meaning().equals(meaning) && d.dischargedAt() == null ? d.done(at) : d)
                    .toList());
        }

        /** The file has ended as another one: nothing is owed here any more. */
        public Book lift(Instant at) {
            return new Book(all.stream()
                    .map(d -> d.dischargedAt() == null ? d.done(at) : d)
                    .toList());
        }

        /** The oldest open duty with this meaning, towards this addressee, is told. */
        public Book discharge(String meaning, PartyRole to, Instant at) {
            return open(meaning, to).map(d -> discharge(d.id(), at)).orElse(this);
        }

        public Optional<Duty> find(String dutyId) {
            return all.stream().filter(d -> d.id().equals(dutyId)).findFirst();
        }

        public Book reopen(String dutyId) {
            return new Book(all.stream()
                    .map(d -> d.id().equals(dutyId) ? d.done(null) : d)
                    .toList());
        }

        /** The oldest open duty whose telling makes this entry, to this addressee. */
        public Optional<Duty> open(String meaning, PartyRole to) {
            return all.stream()
                    .filter(d -> d.dischargedAt() == null && d.meaning().equals(meaning) && d.to() == to)
                    .findFirst();
        }

        public List<Duty> open() {
            return all.stream().filter(d -> d.dischargedAt() == null).toList();
        }
    }

    private Duty done(@Nullable Instant at) {
        return new Duty(id, form, title, to, article, meaning, bornAt, at);
    }
}
