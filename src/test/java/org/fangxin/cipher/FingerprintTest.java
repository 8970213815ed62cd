package org.fangxin.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.fangxin.cipher.BlindIndex.Kind;
import org.fangxin.cipher.KeyFile.Content;
import org.fangxin.cipher.KeyFile.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FingerprintTest {
    @TempDir
    private Path folder;

    private KeyRing ring;
    private BlindIndex index;
    private Chain chain;

    @BeforeEach
    void openRing() {
        ring = KeyRing.open(folder.resolve("keys.json"), JsonMapper.shared(), InstantSource.system());
        SoftwareDevice device = new SoftwareDevice(ring);
        index = new BlindIndex(device);
        chain = new Chain(device);
    }

    @Test
    void sm3AgreesWithTheStandardsExamples() {
        assertThat(Sm3.hex("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Sm3.hex("abcd".repeat(16)))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void sm3OfPiecesIsSm3OfTheWhole() {
        var digest = Sm3.digest();
        digest.update("消费者".getBytes(StandardCharsets.UTF_8));
        digest.update("权益".getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(Sm3.hex("消费者权益"));
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, 138 0000 0000, 13800000000",
        "PHONE, +86 138-0000-0000, 13800000000",
        "PHONE, 008613800000000, 13800000000",
        "PHONE, 8613800000000, 13800000000",
        "PHONE, １３８００００００００, 13800000000",
        "PHONE, (0933)612-3456, 09336123456",
        "PHONE, +86 933 612-3456, 0086 933 6123456",
        "ID_NUMBER, 62082319000101001x, 62082319000101001X",
        "ID_NUMBER, 620823 19000101 001Ｘ, 62082319000101001X",
        "NAME, 张 三, 张三",
        "NAME, 买买提•吐尔逊, 买买提·吐尔逊",
        "NAME, John Smith, JOHN SMITH"
    })
    void findsAValueHoweverItIsWritten(Kind kind, String one, String other) {
        assertThat(index.of(kind, one)).isEqualTo(index.of(kind, other)).hasSize(32);
    }

    /** 86 is the country's code before a mobile number or behind a plus; elsewhere it belongs to the number. */
    @ParameterizedTest
    @CsvSource({"8612345, 12345", "8693361234567, 93361234567", "86138000000001, 138000000001", "+49 301234, 301234"})
    void takesNoDigitsAwayThatAreNoCountryCode(String one, String other) {
        assertThat(index.of(Kind.PHONE, one)).isNotEqualTo(index.of(Kind.PHONE, other));
    }

    @ParameterizedTest
    @CsvSource({"崇信县 锦屏镇—西街12号, 11", "ａｂ－１, 3", "𠮷野路, 3"})
    void theLengthOfAnAddressIsThatOfItsCharactersAlone(String address, int length) {
        assertThat(BlindIndex.length(address)).isEqualTo(length);
    }

    @Test
    void doesNotMixKindsNorValues() {
        assertThat(index.of(Kind.PHONE, "13800000000")).isNotEqualTo(index.of(Kind.ID_NUMBER, "13800000000"));
        assertThat(index.of(Kind.NAME, "张三")).isNotEqualTo(index.of(Kind.NAME, "张四"));
    }

    @Test
    void findsValuesFromBeforeARotation() {
        byte[] stored = index.of(Kind.PHONE, "13800000000");
        ring.rotate(KeyUse.BLIND_INDEX);
        assertThat(index.of(Kind.PHONE, "13800000000")).isNotEqualTo(stored);
        assertThat(index.candidates(Kind.PHONE, "13800000000")).anyMatch(one -> java.util.Arrays.equals(one, stored));
    }

    @Test
    void aLinkHoldsForItsRecordAndItsPlaceAlone() {
        String first = chain.link(Chain.START, "one");
        String second = chain.link(first, "two");
        assertThat(chain.holds(Chain.START, "one", first)).isTrue();
        assertThat(chain.holds(first, "two", second)).isTrue();
        assertThat(chain.holds(Chain.START, "two", second)).isFalse();
        assertThat(chain.holds(first, "three", second)).isFalse();
        assertThat(chain.holds(first, "two", first)).isFalse();
        assertThat(chain.holds(first, "two", "nonsense")).isFalse();
        assertThat(chain.holds(first, "two", "99999-" + second.substring(2))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 9, 10, 90, 0xFFFF})
    void aLinkHoldsWhateverTheNumberOfItsKey(int number) throws IOException {
        Path file = folder.resolve("other.json");
        new KeyFile(file, JsonMapper.shared())
                .write(new Content(
                        1, List.of(key(1, KeyUse.PARTY), key(2, KeyUse.BLIND_INDEX), key(number, KeyUse.JOURNAL))));
        Chain other = new Chain(new SoftwareDevice(KeyRing.open(file, JsonMapper.shared(), InstantSource.system())));
        String link = other.link(Chain.START, "one");
        assertThat(link).startsWith(number + "-");
        assertThat(other.holds(Chain.START, "one", link)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-aa", "3", "x-aa", "/-aa", ":-aa", "３-aa", "+3-aa", "99999999999-aa"})
    void whatNamesNoKeyIsNoLink(String link) {
        assertThat(chain.holds(Chain.START, "one", link)).isFalse();
    }

    private static Entry key(int number, KeyUse use) {
        return new Entry(number, use, true, "2026-05-06T10:00:00Z", new byte[] {(byte) number, 1, 2, 3});
    }

    @Test
    void linksFromBeforeARotationStillHold() {
        String first = chain.link(Chain.START, "one");
        ring.rotate(KeyUse.JOURNAL);
        String second = chain.link(first, "two");
        assertThat(chain.holds(Chain.START, "one", first)).isTrue();
        assertThat(chain.holds(first, "two", second)).isTrue();
    }

    @Test
    void textCannotMoveBetweenALinkAndARecord() {
        assertThat(chain.link("ab", "c")).isNotEqualTo(chain.link("a", "bc"));
    }
}
