package org.fangxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyCheckTest {
    @Test
    void aNewDatabaseTakesAnyKeyFileAndARotatedFileFits() {
        assertThatCode(() -> KeyCheck.requireFit(Map.of(), Map.of(1, "a"))).doesNotThrowAnyException();
        assertThatCode(() -> KeyCheck.requireFit(Map.of(1, "a"), Map.of(1, "a", 2, "b")))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherDatabasesKeyFileIsRefused() {
        assertThatThrownBy(() -> KeyCheck.requireFit(Map.of(1, "a"), Map.of(1, "b")))
                .hasMessageContaining("密钥文件与数据库不相符");
        assertThatThrownBy(() -> KeyCheck.requireFit(Map.of(1, "a", 2, "b"), Map.of(1, "a")))
                .hasMessageContaining("第 2 号");
    }
}
