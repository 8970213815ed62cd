package org.fangxin.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A package with an agent and the classes within it, as the virtual machine wants it. */
final class AgentJar {
    private AgentJar() {}

    static Path pack(Path jar, Class<?> agent) throws IOException {
        Manifest manifest = new Manifest();
        Attributes head = manifest.getMainAttributes();
        head.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        head.putValue("Premain-Class", agent.getName());
        head.putValue("Agent-Class", agent.getName());
        head.putValue("Can-Retransform-Classes", "true");
        List<Class<?>> all = new ArrayList<>(List.of(agent.getDeclaredClasses()));
        all.add(agent);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> one : all) {
                String entry = one.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream code = agent.getClassLoader().getResourceAsStream(entry)) {
                    Objects.requireNonNull(code).transferTo(out);
                }
            }
        }
        return jar;
    }
}
