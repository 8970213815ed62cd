package org.fangxin.document.internal.dossier;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseJournal;
import org.fangxin.casefile.DossierPart.Piece;
import org.fangxin.casefile.Fields;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Packs an archive as a bundle for machines, and signs the list of what is in it. */
@Component
class Packer {
    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", "pdf",
            "image/png", "png",
            "image/jpeg", "jpg",
            "image/gif", "gif",
            "text/plain", "txt",
            "audio/mpeg", "mp3",
            "video/mp4", "mp4",
            "application/json", "json");

    private final DossierKey key;
    private final JsonMapper json;
    private final InstantSource clock;

    Packer(DossierKey key, JsonMapper json, InstantSource clock) {
        this.key = key;
        this.json = json;
        this.clock = clock;
    }

    /** All is read through once here, so that what cannot be read is known before anything is handed out. */
    Packed pack(Archive archive, String title, byte[] bound) {
        String today = BoundPages.day(archive.boundAt());
        List<Packed.File> files = new ArrayList<>();
        files.add(Packed.File.of(Bundle.JOURNAL, journal(archive)));
        files.add(Packed.File.of(Bundle.BOUND, bound));
        List<Manifest.Item> items = new ArrayList<>();
        items.add(item(files.get(0), "办理经过", today, "application/jsonl", List.of()));
        items.add(item(files.get(1), title, today, "application/pdf", List.of()));
        for (Piece piece : archive.pieces()) {
            String name = String.format("%s%03d.%s", Bundle.PIECES, items.size() - 1, ending(piece.contentType()));
            Packed.File file = new Packed.File(name, Measured.of(piece.content()), piece.content());
            List<String> readers =
                    piece.mayRead().stream().map(Enum::name).sorted().toList();
            items.add(item(file, piece.title(), BoundPages.day(piece.at()), piece.contentType(), readers));
            files.add(file);
        }
        byte[] list = json.writeValueAsBytes(manifest(archive, items));
        files.addFirst(Packed.File.of(Bundle.SIGNATURE, key.sign(list)));
        files.addFirst(Packed.File.of(Bundle.MANIFEST, list));
        return new Packed(files);
    }

    private static Manifest.Item item(Packed.File file, String title, String date, String type, List<String> readers) {
        Measured measured = file.measured();
        return new Manifest.Item(file.name(), title, date, type, measured.size(), measured.sm3(), readers);
    }

    private Manifest manifest(Archive archive, List<Manifest.Item> items) {
        List<CaseJournal.Line> lines = archive.journal();
        return new Manifest(
                Manifest.FORMAT,
                archive.number(),
                archive.state().caseNo(),
                archive.state().kind().name(),
                archive.state().agency(),
                archive.agencyName(),
                clock.instant().atZone(Fields.ZONE).toOffsetDateTime().toString(),
                lines.size(),
                lines.isEmpty() ? "" : lines.getLast().link(),
                key.publicKey(),
                items);
    }

    private byte[] journal(Archive archive) {
        StringBuilder lines = new StringBuilder();
        archive.journal()
                .forEach(line -> lines.append(json.writeValueAsString(line)).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String ending(String type) {
        return ENDINGS.getOrDefault(type, "bin");
    }
}
