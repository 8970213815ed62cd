package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.w3c.dom.Element;

/**
 * What PIT says after breaking one instruction at a time: how many of the broken programs the tests told from the sound one.
 *
 * @param unnoticed class, method and line of each that no test noticed
 */
record Mutants(int all, int found, List<String> unnoticed) {
    private static final String GOAL = "org.pitest:pitest-maven:mutationCoverage";

    /** A core as the profile describes it: its classes and its quick tests. */
    static Mutants of(String core, Path place) throws Exception {
        Command.run("mvn", "-q", "-B", "-o", "-Pmutants", GOAL + "@" + core, "-Dmutants.report=" + place);
        return read(place.resolve(core));
    }

    /** One class against one test that lies outside the project. */
    static Mutants of(String target, String test, Path tests, Path place) throws Exception {
        Command.run(
                "mvn",
                "-q",
                "-B",
                "-o",
                "-Pmutants",
                GOAL,
                "-DtargetClasses=" + target,
                "-DtargetTests=" + test,
                "-DadditionalClasspathElements=" + tests,
                "-DreportsDirectory=" + place);
        return read(place);
    }

    private static Mutants read(Path place) throws IOException {
        List<Element> mutants = XmlReport.all(XmlReport.read(place.resolve("mutations.xml")), "mutation");
        List<String> unnoticed = mutants.stream()
                .filter(one -> one.getAttribute("detected").equals("false"))
                .map(Mutants::where)
                .toList();
        return new Mutants(mutants.size(), mutants.size() - unnoticed.size(), unnoticed);
    }

    private static String where(Element mutant) {
        return text(mutant, "mutatedClass") + "." + text(mutant, "mutatedMethod") + ":" + text(mutant, "lineNumber");
    }

    private static String text(Element mutant, String name) {
        return XmlReport.all(mutant, name).getFirst().getTextContent();
    }

    String words() {
        return found + " of " + all;
    }

    List<String> survivors(int most) {
        return unnoticed.subList(0, Math.min(most, unnoticed.size()));
    }
}
