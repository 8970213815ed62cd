package org.fangxin.intake.internal.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a file is text in UTF-8 or GB18030, without control characters. */
final class PlainText {
    private PlainText() {}

    static boolean readable(Path file) throws IOException {
        return decodes(file, StandardCharsets.UTF_8) || decodes(file, Charset.forName("GB18030"));
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        char[] buffer = new char[8192];
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), charset.newDecoder())) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] < ' ' && "\n\r\t\f".indexOf(buffer[i]) < 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
