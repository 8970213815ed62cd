package org.fangxin.safety;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Ends the program that it is loaded into where a method is entered or left, at once and without any hook. The place is told
 * as {@code pack.Class#method:in} or {@code :out}; several with {@code >} between are passed one after the other by one
 * thread; {@code *3} at the end lets it go by twice.
 */
public final class KillAgent {
    /** What the ended program gives back: as of SIGKILL. */
    static final int KILLED = 137;

    private static final ThreadLocal<Integer> PASSED = ThreadLocal.withInitial(() -> 0);
    private static final AtomicInteger LEFT = new AtomicInteger();
    private static volatile int places;

    private KillAgent() {}

    /** One place that has to be passed. */
    record Place(int step, String type, String method, boolean entered) {
        static List<Place> of(String path) {
            List<Place> all = new ArrayList<>();
            for (String one : path.split(">")) {
                String[] parts = one.strip().split("[#:]");
                all.add(new Place(all.size(), parts[0], parts[1], parts[2].equals("in")));
            }
            return all;
        }

        private byte[] planted(byte[] code) {
            ClassTransform plant = ClassTransform.transformingMethodBodies(
                    method -> method.methodName().equalsString(this.method), new Call(this));
            return ClassFile.of().transformClass(ClassFile.of().parse(code), plant);
        }

        private boolean in(Class<?> loaded) {
            return Arrays.stream(loaded.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(this.method));
        }
    }

    /** Tells this class that a place is passed: first thing in a method, or last before each return. */
    record Call(Place place) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder builder) {
            if (place.entered()) {
                tell(builder);
            }
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            if (!place.entered() && element instanceof ReturnInstruction) {
                tell(builder);
            }
            builder.with(element);
        }

        private void tell(CodeBuilder builder) {
            builder.loadConstant(place.step())
                    .invokestatic(
                            ClassDesc.of("org.fangxin.safety.KillAgent"),
                            "passes",
                            MethodTypeDesc.ofDescriptor("(I)V"));
        }
    }

    /** Plants the calls into classes as they are loaded anew. */
    record Planting(List<Place> path) implements ClassFileTransformer {
        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] code) {
            byte[] planted = code;
            for (Place one : path) {
                if (one.type().replace('.', '/').equals(name)) {
                    planted = one.planted(planted);
                }
            }
            return planted == code ? null : planted;
        }
    }

    /** Called by the virtual machine when it is told to load this agent. */
    public static void agentmain(String arguments, Instrumentation instrumentation) throws Exception {
        String[] parts = arguments.split("\\*");
        List<Place> path = Place.of(parts[0]);
        places = path.size();
        LEFT.set(Integer.parseInt(parts[1]));
        instrumentation.addTransformer(new Planting(path), true);
        for (Place one : path) {
            Class<?> type = Class.forName(one.type(), false, ClassLoader.getSystemClassLoader());
            if (!one.in(type)) {
                throw new NoSuchMethodException(one.toString());
            }
            instrumentation.retransformClasses(type);
        }
    }

    /** Called from the planted places. */
    public static void passes(int step) {
        if (step != PASSED.get()) {
            return;
        }
        if (step + 1 < places) {
            PASSED.set(step + 1);
            return;
        }
        PASSED.set(0);
        if (LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
