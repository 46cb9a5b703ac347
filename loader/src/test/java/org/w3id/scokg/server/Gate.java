package org.w3id.scokg.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;

/**
 * An extension for tests: it counts the statements of its build, and holds whoever asks at {@code
 * /wait} until it is opened.
 */
final class Gate {

  final CountDownLatch entered = new CountDownLatch(1);
  final CountDownLatch open = new CountDownLatch(1);

  Extension extension() {
    return new Extension("/gate", (graph, build) -> new Counter(graph));
  }

  private final class Counter extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient DatasetGraph dataset;
    private boolean isWarm;
    private boolean isDestroyed;

    Counter(DatasetGraph dataset) {
      this.dataset = dataset;
    }

    @Override
    public void init() throws ServletException {
      isWarm = true;
      if (count() > 5) {
        throw new ServletException("that is too much");
      }
    }

    @Override
    public void destroy() {
      isDestroyed = true;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if ("/wait".equals(request.getPathInfo())) {
        await();
      }
      if (!isWarm || isDestroyed) {
        throw new IllegalStateException("asked before it was ready, or after it was not");
      }
      response.getOutputStream().print(count());
    }

    private void await() throws IOException {
      entered.countDown();
      try {
        open.await();
      } catch (InterruptedException e) {
        throw (IOException) new InterruptedIOException("told to stop").initCause(e);
      }
    }

    private long count() {
      return Txn.calculateRead(dataset, () -> dataset.stream().count());
    }
  }
}
