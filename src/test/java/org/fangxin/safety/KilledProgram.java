package org.fangxin.safety;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A program that ends where it is told to, by {@link KillAgent}, and is started again without the agent. */
final class KilledProgram implements AutoCloseable {
    private final Home home;
    private final Map<String, String> settings;
    private final Path agent;
    private Program program;

    /** Ready when this returns. */
    KilledProgram(Home home, Map<String, String> settings) throws IOException {
        this.home = home;
        this.settings = settings;
        this.agent =
                AgentJar.pack(home.path().resolveSibling(home.path().getFileName() + "-agent.jar"), KillAgent.class);
        this.program = Program.start(home, settings);
        program.awaitReady();
    }

    Program now() {
        return program;
    }

    /** @param times how often it has to pass the point */
    void endAt(KillPoint point, int times) throws IOException {
        try {
            VirtualMachine machine =
                    VirtualMachine.attach(Long.toString(program.handle().pid()));
            try {
                machine.loadAgent(agent.toString(), point.path() + "*" + times);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException refused) {
            throw new IOException("The agent is not taken: " + point, refused);
        }
    }

    /** Whether the agent, and nothing else, has ended it. */
    boolean ended() throws InterruptedException {
        return !program.alive() && program.awaitEnd() == KillAgent.KILLED;
    }

    /** Ready when this returns. */
    void again() throws IOException, InterruptedException {
        program.kill();
        program = Program.start(home, settings);
        program.awaitReady();
    }

    @Override
    public void close() throws InterruptedException {
        program.close();
    }
}
