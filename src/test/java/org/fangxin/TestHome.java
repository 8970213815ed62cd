package org.fangxin;

import java.nio.file.Path;

/** The program's home that the tests of one run share; two runs beside each other have one each. */
public final class TestHome {
    public static final Path PATH = Path.of(System.getProperty("fangxin.test.home", "target/test-home"));

    private TestHome() {}
}
