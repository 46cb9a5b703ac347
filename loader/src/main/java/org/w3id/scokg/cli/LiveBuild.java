package org.w3id.scokg.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.w3id.scokg.Project;
import org.w3id.scokg.Publication;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.publish.Builds;
import org.w3id.scokg.publish.Watch;
import org.w3id.scokg.server.Publisher;
import org.w3id.scokg.server.SparqlServer;

/** Changes the build that a running server answers from. Safe for use by many threads. */
final class LiveBuild implements Publisher {

  private final SparqlServer server;
  private final Publication publication;
  private final Builds builds;
  private final Output output;

  LiveBuild(Project project, SparqlServer server, Output output) {
    this.server = server;
    this.publication = Publication.to(project, server::open, server::hasOpen);
    this.builds = Builds.in(project.builds());
    this.output = output;
  }

  @Override
  public synchronized String publish(Optional<String> build) {
    return tell(publication.publish(build));
  }

  @Override
  public synchronized String rollback() {
    return tell(publication.rollback());
  }

  private String tell(Publication.Outcome outcome) {
    output.note("serving build " + outcome.id());
    return outcome.id();
  }

  /** Serves, until the process ends, whatever becomes the current build. */
  void follow() {
    Watch watch = Watch.over(builds);
    Thread thread = new Thread(() -> follow(watch), "watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void follow(Watch watch) {
    try (watch) {
      while (true) {
        follow(watch.next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A build that is not good is told of, and the one before served on until the next comes. */
  private synchronized void follow(Path build) {
    if (server.build().equals(build)) {
      return;
    }
    try {
      tell(publication.follow(build));
    } catch (InputException e) {
      output.warnings(e.diagnostics());
      output.note("serving build " + server.build().getFileName() + " on");
    } catch (RuntimeException e) {
      output.note("scokg: a bug of this program: " + e);
      output.note("serving build " + server.build().getFileName() + " on");
    }
  }
}
