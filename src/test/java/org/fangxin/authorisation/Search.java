package org.fangxin.authorisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fangxin.authorisation.Visit.Reply;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;

/** Looks for planted words through every reading call of the program and every parameter that takes words. */
final class Search {
    private final ApplicationContext program;
    private final Visit visit;

    Search(ApplicationContext program, Visit visit) {
        this.program = program;
        this.visit = visit;
    }

    /**
     * The calls by which somebody sees anything of a case.
     *
     * @param words the words of the case; the last one is asked for. An answer that only repeats the question tells nothing
     */
    List<String> finds(Persona persona, Planted planted, List<String> words) throws Exception {
        List<String> finds = new ArrayList<>();
        for (Map.Entry<String, HandlerMethod> call : Calls.of(program).entrySet()) {
            String[] name = call.getKey().split(" ");
            if (!name[0].equals("GET") || !name[1].startsWith("/api/")) {
                continue;
            }
            String path = planted.fill(name[1]).replace("{key}", "matrix").replace("{no}", words.getLast());
            look(path, persona, planted, words, finds);
            for (String parameter : Calls.wordParameters(call.getValue())) {
                look(path + "?" + parameter + "=" + words.getLast(), persona, planted, words, finds);
            }
        }
        return finds;
    }

    private void look(String path, Persona persona, Planted planted, List<String> words, List<String> finds)
            throws Exception {
        Reply reply = visit.get(path, persona);
        List<String> secrets = new ArrayList<>(words);
        secrets.add(planted.get("caseNo"));
        secrets.add(planted.get("attachmentId"));
        boolean told = secrets.stream().filter(secret -> !path.contains(secret)).anyMatch(reply::contains);
        if (told) {
            finds.add(path);
        }
    }
}
