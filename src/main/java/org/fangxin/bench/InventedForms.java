package org.fangxin.bench;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Complaints as a consumer's browser sends them, invented; one of these for each client. */
final class InventedForms {
    private static final AtomicLong SERIAL = new AtomicLong();
    /** Two runs on one database send no key twice. */
    private static final String RUN = UUID.randomUUID().toString();

    private static final int PHONES = 10_000_000;
    private static final int BUSY_COUNTIES = 300;

    private final List<String[]> places;
    private final Random random;
    private final InventedWords words;

    InventedForms(List<String[]> places, long seed) {
        this.places = places;
        this.random = new Random(seed);
        this.words = new InventedWords(random);
    }

    /** A key that no other form has. */
    static String key() {
        return "bench-" + RUN + "-" + SERIAL.incrementAndGet();
    }

    String next() {
        String[] place = places.get(random.nextInt(Math.min(BUSY_COUNTIES, places.size())));
        String goods = words.goods();
        return """
                {"channel": "WEB", "kinds": ["COMPLAINT"],
                 "person": {"name": "%s某", "phone": "1990%07d", "anonymous": false, "address": "%s和平街"},
                 "merchant": {"name": "%s", "address": "%s和平街", "regionCode": "%s", "type": "SHOP"},
                 "content": "%s", "demands": ["REFUND"], "amount": "198.00",
                 "goods": {"quantity": 1}, "attachments": [],
                 "consents": {"greenChannel": false, "entrustedMediation": false, "disclosure": true}}""".formatted(
                        words.mark(1),
                        random.nextInt(PHONES),
                        place[1],
                        words.shop(place[1]),
                        place[1],
                        place[0],
                        words.story(goods));
    }
}
