package org.fangxin.intake.internal.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** What a file really is, and whether it is harmless to keep: by its bytes alone. */
public final class ContentCheck {
    private static final Detector DETECTOR = new DefaultDetector(MimeTypes.getDefaultMimeTypes());
    private static final int SIDE_MOST = 30_000;
    private static final long PIXELS_MOST = 200_000_000L;

    private ContentCheck() {}

    /** What the check found: a type, or a sentence that says why the file is not taken. */
    public record Verdict(Optional<FileType> type, String sentence) {
        static Verdict is(FileType type) {
            return new Verdict(Optional.of(type), "");
        }

        static Verdict no(String sentence) {
            return new Verdict(Optional.empty(), sentence);
        }
    }

    /**
     * Looks at a file.
     *
     * @param file the bytes as they came, not yet sealed
     */
    public static Verdict check(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return Verdict.no("是空的，没有内容。请重新选择文件。");
        }
        String detected = detect(file);
        if (detected.equals("application/zip")
                || detected.contains("ooxml")
                || detected.startsWith("application/vnd.openx")) {
            return OfficeCheck.check(file);
        }
        if (detected.equals("application/octet-stream") && PlainText.readable(file)) {
            return Verdict.is(FileType.TXT);
        }
        Optional<FileType> type = FileType.of(detected);
        if (type.isEmpty() || type.get() == FileType.DOCX || type.get() == FileType.XLSX) {
            return Verdict.no("不是可以上传的格式。可以传" + FileType.LISTED + "。");
        }
        return switch (type.get()) {
            case JPEG, PNG, WEBP -> picture(file, type.get());
            case TXT -> PlainText.readable(file) ? Verdict.is(FileType.TXT) : Verdict.no("不是能读的文字。请存成 UTF-8 文本再传。");
            default -> Verdict.is(type.get());
        };
    }

    private static String detect(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            MediaType found = DETECTOR.detect(in, new Metadata());
            String type = found.getBaseType().toString();
            return type.equals(FileType.MOV.mediaType()) ? film(in) : type;
        }
    }

    /** One container, two names: what is not of Apple's brand is MP4. */
    private static String film(InputStream in) throws IOException {
        String head = new String(in.readNBytes(12), java.nio.charset.StandardCharsets.ISO_8859_1);
        boolean other = head.startsWith("ftyp", 4) && !head.endsWith("qt  ");
        return (other ? FileType.MP4 : FileType.MOV).mediaType();
    }

    /** A picture of absurd size would fill the memory of whoever opens it. */
    private static Verdict picture(Path file, FileType type) throws IOException {
        Optional<PictureSize> size = PictureSize.of(file, type);
        if (size.isEmpty()) {
            return Verdict.no("打不开，可能已经损坏。请重新拍照或截图再传。");
        }
        boolean absurd = size.get().width() > SIDE_MOST
                || size.get().height() > SIDE_MOST
                || size.get().pixels() > PIXELS_MOST;
        return absurd ? Verdict.no("的像素太多，没有上传。请缩小图片再传。") : Verdict.is(type);
    }
}
