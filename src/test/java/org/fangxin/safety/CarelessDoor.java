package org.fangxin.safety;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** The weak twin of the doors for files: takes everything, believes the sender's word, hands it out to be opened. */
final class CarelessDoor {
    private final Map<String, FilePart> kept = new ConcurrentHashMap<>();

    private CarelessDoor() {}

    static HttpServer open() throws IOException {
        CarelessDoor door = new CarelessDoor();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/api/v1/attachments", door::take);
        server.createContext(
                "/api/v1/submissions",
                exchange -> answer(exchange, Map.of("cases", java.util.List.of(Map.of("caseNo", "1")))));
        server.createContext("/api/v1/cases", door::give);
        server.start();
        return server;
    }

    private void take(HttpExchange exchange) throws IOException {
        String all = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        int head = all.indexOf("\r\n\r\n");
        String type = all.substring(0, head).replaceAll("(?s).*Content-Type: ", "");
        byte[] content = all.substring(head + 4, all.lastIndexOf("\r\n--", all.length() - 4))
                .getBytes(StandardCharsets.ISO_8859_1);
        String id = Integer.toString(kept.size());
        kept.put(id, new FilePart("x", type, content));
        answer(exchange, Map.of("attachmentId", id, "metadata", "STRIPPED"));
    }

    private void give(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        FilePart file = kept.get(path.substring(path.lastIndexOf('/') + 1));
        exchange.getResponseHeaders().add("Content-Type", file.type());
        exchange.sendResponseHeaders(200, file.content().length == 0 ? -1 : file.content().length);
        exchange.getResponseBody().write(file.content());
        exchange.close();
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] json = JsonMapper.shared().writeValueAsBytes(body);
        exchange.sendResponseHeaders(201, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }
}
