package org.w3id.scokg.server;

import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Something besides SPARQL that a server answers from a dataset.
 *
 * @param path where: a slash and a name; it answers whatever is below, too
 * @param endpoint the path of an endpoint that it shows to browsers, if it does; programs get the
 *     endpoint itself
 * @param servlet makes what answers, for a dataset that does not change and the directory of its
 *     build. It is made for each build; its {@code init} returns when it can answer without delay,
 *     and after its {@code destroy} the dataset is closed
 */
public record Extension(
    String path, Optional<String> endpoint, BiFunction<DatasetGraph, Path, HttpServlet> servlet) {

  /** An extension that answers at its path only. */
  public Extension(String path, BiFunction<DatasetGraph, Path, HttpServlet> servlet) {
    this(path, Optional.empty(), servlet);
  }

  /** The same, which also shows an endpoint to browsers. */
  public Extension showing(String shown) {
    return new Extension(path, Optional.of(shown), servlet);
  }
}
