package org.fangxin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/** The whole program on its own embedded database, one context for all tests. Never add properties or mock beans. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "fangxin.home=${fangxin.test.home:target/test-home}",
            "fangxin.demo=false",
            "fangxin.meaning.enabled=false",
            // tests sweep themselves, at their own time: one in the background would hold the claim that theirs looks
            // for
            "fangxin.green-channel.first-after-ms=86400000"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshHome.class)
public @interface FangxinTest {}
