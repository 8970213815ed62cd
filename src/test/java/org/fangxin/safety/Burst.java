package org.fangxin.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests at the same moment: each waits at a barrier until all are ready to go. */
final class Burst {
    static final int WIDTH = 50;

    private Burst() {}

    /** The answers in the order of the calls. */
    static List<Visitor.Answer> of(List<Callable<Visitor.Answer>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService many = Executors.newFixedThreadPool(calls.size())) {
            List<Future<Visitor.Answer>> under = new ArrayList<>();
            for (Callable<Visitor.Answer> call : calls) {
                under.add(many.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<Visitor.Answer> answers = new ArrayList<>();
            for (Future<Visitor.Answer> one : under) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /** The same call by each of these. */
    static List<Visitor.Answer> byEach(List<Visitor> visitors, Call call) throws Exception {
        List<Callable<Visitor.Answer>> calls = new ArrayList<>();
        for (Visitor visitor : visitors) {
            calls.add(() -> call.by(visitor));
        }
        return of(calls);
    }

    static long count(List<Visitor.Answer> answers, int status) {
        return answers.stream().filter(one -> one.status() == status).count();
    }

    /** What one of them asks. */
    interface Call {
        Visitor.Answer by(Visitor visitor) throws Exception;
    }
}
