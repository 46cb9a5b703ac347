package org.w3id.scokg.operation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.w3id.scokg.server.Activity;
import org.w3id.scokg.server.Activity.Outcome;
import org.w3id.scokg.server.Operated;
import org.w3id.scokg.server.Serving;

/**
 * What a server has done and how it is, in the text format 0.0.4 of Prometheus. Safe for use by
 * many threads.
 */
final class Metrics implements AutoCloseable {

  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** How many classes of status there are. */
  private static final int CLASSES = 5;

  /** The bounds of the classes that times of answering are counted in. */
  private static final Duration[] BOUNDS =
      Stream.of(1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final PathKinds kinds;
  private final Map<String, Requests> requests = new HashMap<>();
  private final Serving serving;
  private final MultiGauge build;

  Metrics(Operated server, PathKinds kinds, LogSink log, LongSupplier underWay) {
    this.kinds = kinds;
    this.serving = server.serving();
    this.build =
        MultiGauge.builder("scokg.build.info")
            .description("The build that is served")
            .register(registry);
    kinds.all().forEach(kind -> requests.put(kind, Requests.of(kind, registry)));
    bindActivity(server.activity());
    Gauge.builder("scokg.requests.running", underWay::getAsLong)
        .description("Requests that are being answered, besides those for pages of the operator")
        .register(registry);
    FunctionCounter.builder("scokg.log.lines.lost", log, LogSink::lost)
        .description("Lines that the log could not keep")
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    collections.bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
  }

  private void bindActivity(Activity activity) {
    for (Outcome outcome : Outcome.values()) {
      FunctionCounter.builder("scokg.queries", activity, a -> a.ended(outcome))
          .description("Queries that have ended, by how")
          .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    Gauge.builder("scokg.queries.running", activity, Activity::running)
        .description("Queries that run")
        .register(registry);
    Gauge.builder("scokg.queries.waiting", activity, Activity::waiting)
        .description("Queries that wait for their turn")
        .register(registry);
  }

  /** Counts a request that has ended. */
  void count(Request request, Response response) {
    Requests of = requests.get(kinds.of(Request.getPathInContext(request)));
    if (of == null) {
      throw new IllegalStateException("Bug: a kind of path that is not counted");
    }
    of.duration.record(System.nanoTime() - request.getBeginNanoTime(), TimeUnit.NANOSECONDS);
    of.bytes.increment((double) Response.getContentBytesWritten(response));
    of.status.get(Math.min(Math.max(response.getStatus() / 100, 1), CLASSES) - 1).increment();
  }

  /** What is counted of the requests for a kind of path; all of it is there from the start. */
  private record Requests(Timer duration, Counter bytes, List<Counter> status) {

    static Requests of(String kind, MeterRegistry registry) {
      return new Requests(
          Timer.builder("scokg.request.duration")
              .description("How long requests took, from their first byte to the answer's last")
              .tag("path", kind)
              .serviceLevelObjectives(BOUNDS)
              .register(registry),
          Counter.builder("scokg.sent.bytes")
              .description("Bytes of answers, without their headers")
              .tag("path", kind)
              .register(registry),
          IntStream.rangeClosed(1, CLASSES)
              .mapToObj(digit -> status(kind, digit, registry))
              .toList());
    }

    private static Counter status(String kind, int digit, MeterRegistry registry) {
      return Counter.builder("scokg.responses")
          .description("Answers, by the first digit of their status")
          .tag("path", kind)
          .tag("status", digit + "xx")
          .register(registry);
    }
  }

  /** All of it as it is now. */
  Page page() {
    build.register(List.of(MultiGauge.Row.of(Tags.of("build", serving.build()), 1)), true);
    return new Page(200, TYPE, registry.scrape());
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
