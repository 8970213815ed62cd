package org.fangxin.meaning.internal;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** bge-small-zh v1.5, quantised: 512 numbers for a text. Not for several threads. Closing gives its memory back. */
final class SentenceModel implements AutoCloseable {
    private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
    private static final String WORDS = "/bge-small-zh-v1.5-q-tokenizer.json";
    private static final int MOST_PIECES = 256;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private SentenceModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** Loads it; the native library must have been laid ready ({@link NativeFiles}). */
    static SentenceModel load() throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "fangxin");
        try (InputStream model = resource(MODEL);
                InputStream words = resource(WORDS);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            OrtSession session = environment.createSession(model.readAllBytes(), options);
            return new SentenceModel(environment, session, WordPieces.read(words));
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(SentenceModel.class.getResourceAsStream(name), name);
    }

    /** The vector of the first piece (what this model was trained to put the whole text's meaning in), of length 1. */
    float[] vector(String text) throws OrtException {
        long[] ids = pieces.of(text, MOST_PIECES);
        long[] all = new long[ids.length];
        Arrays.fill(all, 1);
        try (OnnxTensor words = OnnxTensor.createTensor(environment, new long[][] {ids});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {all});
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[1][ids.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", types))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            return unit(states[0][0]);
        }
    }

    private static float[] unit(float[] vector) {
        double sum = 0;
        for (float one : vector) {
            sum += one * one;
        }
        float length = (float) Math.sqrt(sum);
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = vector[i] / length;
        }
        return unit;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
