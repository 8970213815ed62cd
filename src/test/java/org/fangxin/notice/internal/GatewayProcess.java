package org.fangxin.notice.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * An SMS gateway in a process of its own, as bad as gateways are. Which way it answers stands in the path: {@code /good},
 * {@code /slow} (after two seconds), {@code /twice} (the answer two times over), {@code /wrong} (a page for people),
 * {@code /cut} (half an answer), {@code /silent} (takes it and says nothing). It prints its port, then the body of each
 * message that it took, a line each.
 */
final class GatewayProcess {
    private static final String TAKEN = "{\"code\":\"0\",\"msgid\":\"G-77\"}";

    private GatewayProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(door.getLocalPort());
            while (!Thread.currentThread().isInterrupted()) {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            }
        }
    }

    private static void serve(Socket caller) {
        try (caller) {
            InputStream in = new BufferedInputStream(caller.getInputStream());
            String head = head(in);
            System.out.println(body(in, head));
            answer(head.split(" ", 3)[1], caller);
        } catch (IOException | InterruptedException gone) {
            // whoever called is gone: nothing to say to him
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(String path, Socket caller) throws IOException, InterruptedException {
        OutputStream out = caller.getOutputStream();
        switch (path) {
            case "/slow" -> {
                TimeUnit.SECONDS.sleep(2);
                out.write(response(TAKEN));
            }
            case "/twice" -> {
                out.write(response(TAKEN));
                out.write(response(TAKEN));
            }
            case "/wrong" -> out.write(response("<html>系统维护</html>"));
            case "/cut" ->
                out.write(
                        "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"code\":\"0".getBytes(StandardCharsets.UTF_8));
            case "/silent" -> TimeUnit.MINUTES.sleep(10);
            default -> out.write(response(TAKEN));
        }
        out.flush();
    }

    private static byte[] response(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        return (head + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static String body(InputStream in, String head) throws IOException {
        int length = head.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return new String(in.readNBytes(length), StandardCharsets.UTF_8).replace("\n", " ");
    }
}
