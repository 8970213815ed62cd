package org.fangxin.safety;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Every regular expression that the compiled program holds, with the class that holds it. */
final class ProgramPatterns {
    /** How many constants before the call may be its expression: the expression itself, and a replacement or a flag. */
    private static final int NEAR = 2;

    private static final Map<String, Set<String>> CALLS = Map.of(
            "java/util/regex/Pattern", Set.of("compile", "matches"),
            "java/lang/String", Set.of("matches", "replaceAll", "replaceFirst", "split"));

    private ProgramPatterns() {}

    /** By expression; plain words, which cannot be slow, are left out. */
    static Map<String, String> in(Path classes) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                in(ClassFile.of().parse(file), found);
            }
        }
        return found;
    }

    private static void in(ClassModel model, Map<String, String> found) {
        for (MethodModel method : model.methods()) {
            Deque<String> near = new ArrayDeque<>();
            method.code().ifPresent(code -> code.forEach(element -> look(element, near, model, found)));
        }
    }

    private static void look(CodeElement element, Deque<String> near, ClassModel model, Map<String, String> found) {
        if (element instanceof ConstantInstruction constant && constant.constantValue() instanceof String text) {
            near.addLast(text);
            if (near.size() > NEAR) {
                near.removeFirst();
            }
        } else if (element instanceof InvokeInstruction call) {
            if (CALLS.getOrDefault(call.owner().asInternalName(), Set.of())
                    .contains(call.name().stringValue())) {
                near.stream()
                        .filter(ProgramPatterns::repeats)
                        .forEach(text ->
                                found.putIfAbsent(text, model.thisClass().asInternalName()));
            }
            near.clear();
        }
    }

    /** Only what repeats something can be slow. */
    private static boolean repeats(String text) {
        try {
            Pattern.compile(text);
            return List.of("*", "+", "{").stream().anyMatch(text::contains);
        } catch (PatternSyntaxException noExpression) {
            return false;
        }
    }
}
