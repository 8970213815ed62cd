package org.fangxin;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.fangxin.command.ProgramCommand;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Uses the program a little, so that the virtual machine can keep what it learnt for the next start. */
@Component
class TrainCommand implements ProgramCommand {
    private static final List<String> CALLS = List.of(
            "/",
            "/desk/cases",
            "/api/v1/session",
            "/api/v1/law/rules",
            "/api/v1/law/deadline?rule=order121.complaint.accept&from=2026-09-28",
            "/api/v1/regions?parent=6208",
            "/api/v1/cases",
            "/actuator/health/readiness");

    private final Environment environment;

    TrainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "train";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        String base = "http://127.0.0.1:" + environment.getProperty("local.server.port");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String call : CALLS) {
                client.send(
                        HttpRequest.newBuilder(URI.create(base + call)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
            return 0;
        } catch (IOException e) {
            out.println("预热没有完成：" + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
