package org.w3id.scokg.server;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what the container refuses by itself, as a {@link Problem} like all others. */
final class ProblemPages extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    boolean json = Problem.takesJson(request.getHeaders().get(HttpHeader.ACCEPT));
    Problem problem = Problem.of(code, code < 500 ? message : "");
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, json ? Problem.JSON_TYPE : "text/plain;charset=utf-8");
    response.getHeaders().put(new HttpField("X-Content-Type-Options", "nosniff"));
    Content.Sink.write(response, true, json ? problem.json() : problem.detail() + "\n", callback);
  }
}
