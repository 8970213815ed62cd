package org.fangxin.identity.internal;

import java.util.List;
import java.util.stream.Stream;
import org.fangxin.cipher.Place;

/**
 * A column whose values the parties' key seals, and the SQL that says of a row what its {@link Place} calls it. A wrong one harms
 * nothing: the value does not open there, stays as it is and is counted.
 */
record SealedColumn(String table, String column, String row) {
    static final List<SealedColumn> ALL = Stream.of(
                    of(
                            "casefile.party",
                            "case_id || '/' || party_id",
                            "name",
                            "phone",
                            "id_number",
                            "address",
                            "email"),
                    of("identity.second_factor", "person_id", "secret", "next_secret"),
                    of("intake.attachment", "attachment_id", "file_name"),
                    of("intake.draft", "person_id || '/' || key", "body"),
                    of("intake.idempotency", "encode(key_mac, 'hex')", "answer"),
                    of("intake.import_job", "import_id", "file_name"),
                    of("intake.import_row", "import_id || '/' || row_no", "original"),
                    of("document.issued", "document_id", "pdf", "docx", "fields"),
                    of("enforcement.paper", "agency_code || ' ' || number", "pdf"),
                    of("mediation.room", "room_id", "topic", "video"),
                    of("mediation.line", "room_id || '/' || seq", "body"),
                    of("mediation.proposal", "proposal_id", "body"),
                    of("mediation.transcript", "transcript_id", "body"),
                    of("mediation.diary", "case_no || '/' || position", "place"),
                    of("greenchannel.member", "member_id", "contact"),
                    of("greenchannel.message", "case_no || '/' || no", "body"),
                    of("greenchannel.consent", "case_no", "matter"),
                    of(
                            "rapid.visit",
                            "case_no || '/' || person_id || '/' || floor(extract(epoch from at))::bigint",
                            "place"),
                    of("notice.phone_code", "code_id::text", "sealed"),
                    of("staffing.absence", "absence_id::text", "reason"),
                    of("worklist.export", "export_id", "filter"),
                    of("credit.talk", "talk_id", "participants"),
                    of("field.pass_key", "pass_id::text", "body"))
            .flatMap(List::stream)
            .toList();

    private static List<SealedColumn> of(String table, String row, String... columns) {
        return Stream.of(columns)
                .map(column -> new SealedColumn(table, column, row))
                .toList();
    }

    Place place(String ofRow) {
        return new Place(table, column, ofRow);
    }
}
