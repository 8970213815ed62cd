package org.fangxin.cipher;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Keys from {@code FANGXIN_KEY_FILE}, by default {@code secrets/keys.json} below {@code FANGXIN_HOME}. */
@Configuration(proxyBeanMethods = false)
class CipherConfiguration {

    @Bean
    KeyRing keyRing(
            @Value("${fangxin.key-file:}") String keyFile,
            @Value("${fangxin.home:./var}") Path home,
            JsonMapper json,
            InstantSource time) {
        Path path = keyFile.isBlank() ? home.resolve("secrets").resolve("keys.json") : Path.of(keyFile);
        return KeyRing.open(path, json, time);
    }

    @Bean
    @ConditionalOnMissingBean(CipherDevice.class)
    CipherDevice cipherDevice(KeyRing ring) {
        return new SoftwareDevice(ring);
    }
}
