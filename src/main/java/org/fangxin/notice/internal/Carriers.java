package org.fangxin.notice.internal;

import java.util.List;
import java.util.Optional;
import org.fangxin.notice.NoticeChannel;
import org.springframework.stereotype.Component;

/** The ways outside, as they are configured. Without configuration there is none. */
@Component
public class Carriers {
    private final List<Carrier> carriers;

    Carriers(List<Carrier> carriers) {
        this.carriers = List.copyOf(carriers);
    }

    Optional<Carrier> of(NoticeChannel channel) {
        return carriers.stream().filter(carrier -> carrier.channel() == channel).findFirst();
    }

    /** Whether the program can send by it. */
    public boolean working(NoticeChannel channel) {
        return of(channel).filter(carrier -> carrier.off().isEmpty()).isPresent();
    }

    /** The channels that the program sends by, those that work or those that do not. */
    List<NoticeChannel> working(boolean working) {
        return carriers.stream()
                .map(Carrier::channel)
                .filter(channel -> working(channel) == working)
                .toList();
    }

    /** Why it cannot, in Chinese; empty when it can. */
    public Optional<String> off(NoticeChannel channel) {
        return of(channel).map(Carrier::off).orElse(Optional.of("没有接通。"));
    }
}
