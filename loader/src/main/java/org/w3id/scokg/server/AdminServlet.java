package org.w3id.scokg.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;

/**
 * Answers {@code POST /admin/publish} and {@code POST /admin/rollback} to whoever shows the token.
 * Failures are told as problem details (RFC 9457), with what is wrong, why, and what to do.
 */
final class AdminServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private static final String PROBLEM = "application/problem+json";

  private static final Logger LOG = LoggerFactory.getLogger(AdminServlet.class);

  private final transient Secret token;
  private final transient Supplier<Publisher> publisher;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  AdminServlet(Secret token, Supplier<Publisher> publisher) {
    this.token = token;
    this.publisher = publisher;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // What was sent along is not read, and would pass for the next request.
    response.setHeader("Connection", "close");
    response.setHeader("Cache-Control", "no-store");
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    if (!path.equals("/publish") && !path.equals("/rollback")) {
      refuse(response, 404, "There is nothing at this path.");
    } else if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      refuse(response, 405, "This is asked for by POST.");
    } else if (!token.isIn(request.getHeader("Authorization"))) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"admin\"");
      refuse(response, 401, "The admin token is missing or wrong.");
    } else if (!oneAtATime.tryLock()) {
      refuse(response, 409, "Another build is being published just now.");
    } else {
      Outcome outcome;
      try {
        outcome = change(path, Optional.ofNullable(request.getParameter("build")), response);
      } finally {
        oneAtATime.unlock();
      }
      // Not before: whoever has the answer may ask again at once.
      send(response, outcome.status, outcome.type, outcome.body);
    }
  }

  /** What has come of a request to change. */
  private record Outcome(int status, String type, JsonObject body) {}

  private Outcome change(String path, Optional<String> build, HttpServletResponse response) {
    try {
      String id =
          path.equals("/publish") ? publisher.get().publish(build) : publisher.get().rollback();
      response.setHeader(OneBuild.HEADER, id);
      JsonObject answer = new JsonObject();
      answer.put("build", id);
      return new Outcome(200, "application/json", answer);
    } catch (InputException e) {
      JsonObject problem = details(409, "The build that was served before is served on.");
      JsonArray problems = new JsonArray();
      e.diagnostics().forEach(diagnostic -> problems.add(json(diagnostic)));
      problem.put("problems", problems);
      return new Outcome(409, PROBLEM, problem);
    } catch (RuntimeException e) {
      LOG.error("A build could not be published", e);
      return new Outcome(
          500,
          PROBLEM,
          details(500, "The server failed at this. It is our mistake; the log has more."));
    }
  }

  private static JsonObject json(Diagnostic diagnostic) {
    JsonObject problem = new JsonObject();
    problem.put("file", diagnostic.location().file());
    problem.put("what", diagnostic.what());
    problem.put("why", diagnostic.why());
    problem.put("fix", diagnostic.fix());
    return problem;
  }

  private static JsonObject details(int status, String detail) {
    JsonObject problem = new JsonObject();
    problem.put("type", "about:blank");
    problem.put("title", title(status));
    problem.put("status", status);
    problem.put("detail", detail);
    return problem;
  }

  private static String title(int status) {
    return switch (status) {
      case 401 -> "Unauthorized";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      default -> "Internal Server Error";
    };
  }

  private static void refuse(HttpServletResponse response, int status, String detail)
      throws IOException {
    send(response, status, PROBLEM, details(status, detail));
  }

  private static void send(HttpServletResponse response, int status, String type, JsonObject body)
      throws IOException {
    byte[] bytes = (JSON.toString(body) + "\n").getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
