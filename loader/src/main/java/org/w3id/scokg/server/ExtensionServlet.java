package org.w3id.scokg.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leaves requests to what an extension made of the build that each is answered from. */
final class ExtensionServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final String path;

  ExtensionServlet(String path) {
    this.path = path;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Generation.of(request).servlet(path).service(request, response);
  }
}
