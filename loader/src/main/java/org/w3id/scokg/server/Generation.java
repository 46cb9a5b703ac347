package org.w3id.scokg.server;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What a server answers from one build: its databases, and what extensions made of them. A request
 * sees one generation from its start to its end. Safe for use by many threads.
 */
final class Generation implements AutoCloseable {

  private static final String ATTRIBUTE = Generation.class.getName();

  private final Path build;
  private final List<OpenDatabases.Use> databases;
  private final ServletContext context;
  private final Map<String, Part> parts;
  private final Requests requests = new Requests();
  private final Map<DatasetGraph, DatasetSummary> summaries = new ConcurrentHashMap<>();

  /**
   * A generation.
   *
   * @param build the directory of the build
   * @param databases its databases, that of the first service first
   * @param context the server's context, with the services of this generation
   * @param servlets what extensions made of the first database, by path
   */
  Generation(
      Path build,
      List<OpenDatabases.Use> databases,
      ServletContext context,
      Map<String, HttpServlet> servlets) {
    this.build = build;
    this.databases = List.copyOf(databases);
    this.context = context;
    this.parts = new ConcurrentHashMap<>();
    servlets.forEach((path, servlet) -> parts.put(path, new Part(path, servlet, context)));
  }

  /** The generation that a request is answered from. */
  static Generation of(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Generation generation) {
      return generation;
    }
    throw new IllegalStateException("Bug: a request came past the filter that gives it a build");
  }

  /** Lets a request be answered from this generation. */
  void attach(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Ends that. What idles on an open connection must not keep a database in memory. */
  static void detach(ServletRequest request) {
    request.removeAttribute(ATTRIBUTE);
  }

  /** The id of the build: the name of its directory. */
  String id() {
    return String.valueOf(build.getFileName());
  }

  /** The directory of the build. */
  Path build() {
    return build;
  }

  /** The content of the first service's database. */
  DatasetGraph dataset() {
    return databases.get(0).dataset();
  }

  /** Whether its first database answers. */
  boolean answers() {
    return ReadOnlyDatabase.answers(dataset());
  }

  /** The server's context as requests of this generation see it. */
  ServletContext context() {
    return context;
  }

  /** The requests that are being answered from this generation. */
  Requests requests() {
    return requests;
  }

  /** How much a dataset of this generation holds; counted once. */
  DatasetSummary summary(DatasetGraph dataset) {
    return summaries.computeIfAbsent(dataset, DatasetSummary::of);
  }

  /** What an extension made of this generation, ready to answer. */
  HttpServlet servlet(String path) throws ServletException {
    Part part = parts.get(path);
    if (part == null) {
      throw new IllegalStateException("Bug: there is no extension at " + path);
    }
    return part.ready();
  }

  /**
   * Gets everything ready, so that the first requests wait no longer than later ones.
   *
   * @throws ServletException if an extension cannot
   */
  void warm() throws ServletException {
    for (Part part : parts.values()) {
      part.ready();
    }
  }

  /** Closes the databases, after what was made of them. Requests must have ended. */
  @Override
  public void close() {
    parts.values().forEach(part -> part.servlet().destroy());
    databases.forEach(OpenDatabases.Use::close);
  }

  /** An extension's servlet, which is initialised when it is first asked for. */
  private static final class Part implements ServletConfig {
    private final String path;
    private final HttpServlet servlet;
    private final ServletContext context;
    private boolean isReady;

    Part(String path, HttpServlet servlet, ServletContext context) {
      this.path = path;
      this.servlet = servlet;
      this.context = context;
    }

    HttpServlet servlet() {
      return servlet;
    }

    synchronized HttpServlet ready() throws ServletException {
      if (!isReady) {
        servlet.init(this);
        isReady = true;
      }
      return servlet;
    }

    @Override
    public String getServletName() {
      return path;
    }

    @Override
    public ServletContext getServletContext() {
      return context;
    }

    @Override
    @SuppressWarnings("NullAway") // The interface knows null and no other word for absence.
    public String getInitParameter(String name) {
      return null;
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
      return Collections.emptyEnumeration();
    }
  }
}
