package org.fangxin.intake.internal.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kinds of file that may be handed in as evidence; what a file is, its content tells, never its name. */
public enum FileType {
    JPEG("image/jpeg", "jpg", Family.IMAGE),
    PNG("image/png", "png", Family.IMAGE),
    WEBP("image/webp", "webp", Family.IMAGE),
    HEIC("image/heic", "heic", Family.IMAGE, "image/heif", "image/heic-sequence", "image/heif-sequence"),
    PDF("application/pdf", "pdf", Family.DOCUMENT),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", Family.DOCUMENT),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", Family.DOCUMENT),
    MP4("video/mp4", "mp4", Family.MEDIA, "application/mp4", "video/x-m4v"),
    MOV("video/quicktime", "mov", Family.MEDIA),
    MP3("audio/mpeg", "mp3", Family.MEDIA),
    M4A("audio/mp4", "m4a", Family.MEDIA, "audio/x-m4a"),
    WAV("audio/vnd.wave", "wav", Family.MEDIA, "audio/x-wav", "audio/wav"),
    TXT("text/plain", "txt", Family.DOCUMENT);

    /** What limits apply. */
    public enum Family {
        IMAGE(20L << 20),
        DOCUMENT(50L << 20),
        MEDIA(50L << 20);

        /** Nothing may have more bytes than this, whatever it is. */
        public static final long LARGEST = DOCUMENT.most;

        private final long most;

        Family(long most) {
            this.most = most;
        }

        /** Most bytes. */
        public long most() {
            return most;
        }
    }

    /** What the sentence of a refusal lists. */
    public static final String LISTED = "图片（jpg、png、webp、heic）、pdf、docx、xlsx、txt、视频（mp4、mov）和录音（mp3、m4a、wav）";

    private final String mediaType;
    private final String extension;
    private final Family family;
    private final Set<String> alsoCalled;

    FileType(String mediaType, String extension, Family family, String... alsoCalled) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.family = family;
        this.alsoCalled = Set.of(alsoCalled);
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    public Family family() {
        return family;
    }

    /** By a detected media type. */
    public static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType) || type.alsoCalled.contains(mediaType))
                .findFirst();
    }
}
