package org.w3id.scokg.server;

import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Something besides SPARQL that a server answers from a dataset.
 *
 * @param path where: a slash and a name; it answers whatever is below, too
 * @param servlet makes what answers, for a dataset that does not change and the directory of its
 *     build. It is made for each build; its {@code init} returns when it can answer without delay,
 *     and after its {@code destroy} the dataset is closed
 */
public record Extension(String path, BiFunction<DatasetGraph, Path, HttpServlet> servlet) {}
