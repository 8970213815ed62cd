package org.fangxin.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines with their numbers, which can be given back. */
final class LineReader implements AutoCloseable {
    private static final int LONGEST = 1 << 20;

    private final BufferedReader reader;
    private final Deque<String> back = new ArrayDeque<>();
    private int number;

    LineReader(BufferedReader reader) {
        this.reader = reader;
    }

    /** The next line, or null at the end. */
    @Nullable
    String next() throws IOException {
        String line = back.isEmpty() ? reader.readLine() : back.pop();
        if (line != null) {
            number++;
            if (line.length() > LONGEST) {
                throw new UnreadableFile("第 " + number + " 行有一百万字以上，不像表格。请检查文件。");
            }
        }
        return line;
    }

    /** The number of the line that {@link #next} gave last, from 1. */
    int number() {
        return number;
    }

    /** Gives lines back, in their order: they come again. */
    void back(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            back.push(lines.get(i));
            number--;
        }
    }

    /** The first line with something in it, which stays to be read. */
    @Nullable
    String peekFilled() throws IOException {
        Deque<String> seen = new ArrayDeque<>();
        String line = next();
        while (line != null && line.isBlank()) {
            seen.add(line);
            line = next();
        }
        if (line != null) {
            seen.add(line);
        }
        back(List.copyOf(seen));
        return line;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
