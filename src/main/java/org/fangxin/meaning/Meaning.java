package org.fangxin.meaning;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a text means, as numbers. Nothing is answered when the setting {@code fangxin.meaning.enabled} is off or the model
 * cannot run on this machine: whoever asks goes on by words alone.
 */
public interface Meaning {
    /** Whether an answer can be hoped for; asking does not load anything. */
    boolean on();

    /** The direction of the first some 250 characters, of length 1. Takes about ten milliseconds, the first time seconds. */
    Optional<float[]> vector(String text);

    /** How alike two texts are: 1 the same; unrelated ones of this model lie about 0.3 to 0.5. */
    default OptionalDouble likeness(String one, String other) {
        Optional<float[]> first = vector(one);
        Optional<float[]> second = first.isEmpty() ? first : vector(other);
        return second.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(likeness(first.orElseThrow(), second.orElseThrow()));
    }

    /** Of two vectors of this model. */
    static double likeness(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
