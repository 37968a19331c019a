package zeroone.cli.bench.serve;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests to a server, so many at a time.
 *
 * @param bodies of the requests, in order
 * @param streams that are open at once, until none is left to open
 */
record Load(List<String> bodies, int streams) {
    Load {
        bodies = List.copyOf(bodies);
        if (streams < 1 || bodies.size() < streams) {
            throw new IllegalArgumentException("there must be a stream, and a request for each: " + streams
                    + " streams, " + bodies.size() + " requests");
        }
    }

    /**
     * Sends all of them.
     *
     * @throws IOException if one of them fails
     */
    LoadFigures run(URI server) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<StreamFigures> figures = new ArrayList<>();
        long begun = System.nanoTime();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<StreamFigures>>> all = new ArrayList<>();
            for (int s = 0; s < streams; s++) {
                all.add(clients.submit(() -> {
                    List<StreamFigures> mine = new ArrayList<>();
                    for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
                        mine.add(StreamClient.read(server, bodies.get(i)));
                    }
                    return mine;
                }));
            }
            for (Future<List<StreamFigures>> one : all) {
                figures.addAll(one.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("a stream broke: " + e.getCause(), e);
        }
        return LoadFigures.of(figures, System.nanoTime() - begun);
    }
}
