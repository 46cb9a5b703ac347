package org.w3id.scokg.operation;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.w3id.scokg.server.RequestNotes;
import org.w3id.scokg.server.Serving;

/**
 * Meets every request first: gives it its id, answers what is for the operator, and refuses what
 * comes when the server is being stopped.
 */
final class Attendance extends Handler.Wrapper {

  /** The header that names the build in every answer. */
  static final String BUILD = "X-Build";

  private static final String REQUEST_ID = "X-Request-Id";

  /** An id that a proxy may have given; anything else might be meant for whoever reads the log. */
  private static final Pattern GIVEN_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private final GracefulHandler underWay;
  private final Pages pages;
  private final Serving serving;

  Attendance(GracefulHandler underWay, Pages pages, Serving serving) {
    this.underWay = underWay;
    this.pages = pages;
    this.serving = serving;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    RequestNotes notes = new RequestNotes(id(request));
    request.setAttribute(RequestNotes.ATTRIBUTE, notes);
    response.getHeaders().put(REQUEST_ID, notes.id());
    Optional<Page> page = stopping(request, response).or(() -> pages.answer(request, response));
    if (page.isPresent()) {
      response.getHeaders().put(BUILD, serving.build());
      page.get().send(request, response, callback);
      return true;
    }
    Callback noting =
        Callback.from(
            callback::succeeded,
            failure -> {
              notes.breakOff();
              callback.failed(failure);
            });
    return super.handle(request, response, noting);
  }

  /** A server that is being stopped still lives; it does nothing else. */
  private Optional<Page> stopping(Request request, Response response) {
    if (!underWay.isShutdown() || Pages.path(request).equals(Pages.LIVE)) {
      return Optional.empty();
    }
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    return Optional.of(Health.stopping());
  }

  private static String id(Request request) {
    String given = request.getHeaders().get(REQUEST_ID);
    if (given != null && GIVEN_ID.matcher(given).matches()) {
      return given;
    }
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
