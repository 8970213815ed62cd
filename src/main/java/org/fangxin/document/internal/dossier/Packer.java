package org.fangxin.document.internal.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.CaseJournal;
import org.fangxin.casefile.DossierPart.Piece;
import org.fangxin.casefile.Fields;
import org.fangxin.cipher.Sm3;
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

    byte[] pack(Archive archive, Map<String, byte[]> contents, String title, byte[] bound) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<Manifest.Item> items = new ArrayList<>();
        put(files, items, new Named(Bundle.JOURNAL, "办理经过", "application/jsonl", List.of()), journal(archive), archive);
        put(files, items, new Named(Bundle.BOUND, title, "application/pdf", List.of()), bound, archive);
        for (Piece piece : archive.pieces()) {
            String name = String.format("%s%03d.%s", Bundle.PIECES, items.size() - 1, ending(piece.contentType()));
            List<String> readers =
                    piece.mayRead().stream().map(Enum::name).sorted().toList();
            byte[] content = Objects.requireNonNull(contents.get(piece.id()));
            items.add(item(
                    new Named(name, piece.title(), piece.contentType(), readers), BoundPages.day(piece.at()), content));
            files.put(name, content);
        }
        byte[] list = json.writeValueAsBytes(manifest(archive, items));
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (Bundle bundle = new Bundle(out)) {
                bundle.add(Bundle.MANIFEST, list);
                bundle.add(Bundle.SIGNATURE, key.sign(list));
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    bundle.add(file.getKey(), file.getValue());
                }
            }
            return out.toByteArray();
        } catch (IOException full) {
            throw new UncheckedIOException("cannot pack an archive", full);
        }
    }

    private record Named(String name, String title, String type, List<String> mayRead) {}

    private static void put(
            Map<String, byte[]> files, List<Manifest.Item> items, Named named, byte[] content, Archive archive) {
        files.put(named.name(), content);
        items.add(item(named, BoundPages.day(archive.boundAt()), content));
    }

    private static Manifest.Item item(Named named, String date, byte[] content) {
        return new Manifest.Item(
                named.name(), named.title(), date, named.type(), content.length, Sm3.hex(content), named.mayRead());
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
