package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/**
 * What SpotBugs and findsecbugs say of compiled classes at high or medium, beyond what {@code src/test/findings-explained.xml} explains.
 *
 * @param classes that were read
 */
record Findings(int classes, List<Finding> found) {
    private static final String GOAL = "com.github.spotbugs:spotbugs-maven-plugin:spotbugs";
    private static final Path EXPLAINED = Path.of("src/test/findings-explained.xml");

    /** @param where class and method */
    record Finding(String pattern, String where) {}

    /** @param place for its report */
    static Findings of(Path classes, Path place) throws Exception {
        Command.run(
                "mvn", "-q", "-B", "-o", "-Pstatic", GOAL, "-Dstatic.classes=" + classes, "-Dstatic.report=" + place);
        Element report = XmlReport.read(place.resolve("spotbugsXml.xml"));
        List<Finding> found = new ArrayList<>();
        for (Element one : XmlReport.all(report, "BugInstance")) {
            List<Element> methods = XmlReport.all(one, "Method");
            String method = methods.isEmpty() ? "" : "." + methods.getFirst().getAttribute("name");
            String type = XmlReport.all(one, "Class").getFirst().getAttribute("classname");
            found.add(new Finding(one.getAttribute("type"), type + method));
        }
        String read = XmlReport.all(report, "FindBugsSummary").getFirst().getAttribute("total_classes");
        return new Findings(Integer.parseInt(read), found);
    }

    /** How many places the file explains one by one. */
    static int explained() throws IOException {
        return XmlReport.all(XmlReport.read(EXPLAINED), "And").size();
    }
}
