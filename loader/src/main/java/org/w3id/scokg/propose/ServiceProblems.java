package org.w3id.scokg.propose;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * What can be wrong with a service as such.
 *
 * @param service its address
 */
record ServiceProblems(String service) {

  private static final String SPEAKS = "it speaks the Reconciliation Service API 0.2, in JSON";
  private static final String ASK_AGAIN =
      "ask again later: what was answered is kept, and only the rest is asked for";

  /** No reply came, as often as it was asked for. */
  InputException unreachable(IOException e, Manners manners) {
    String tried = "it was tried " + times(manners.tries()) + ", with growing pauses";
    if (e instanceof HttpTimeoutException) {
      Duration span = manners.answering();
      return failure("the service gives no answer within " + seconds(span), tried, ASK_AGAIN);
    }
    return failure(
        "the service cannot be reached: " + reason(e),
        tried,
        "correct its address, or " + ASK_AGAIN);
  }

  private static String reason(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "its host is not known";
      }
    }
    return e instanceof ConnectException
        ? "nothing listens at its address"
        : String.valueOf(e.getMessage());
  }

  /** It answered that it cannot answer now, as often as it was asked. */
  InputException busy(int status, int tries) {
    return failure(
        "the service answers HTTP " + status,
        "it was asked " + times(tries) + ", with growing pauses",
        ASK_AGAIN);
  }

  /** It answered that it will not answer. */
  InputException refused(int status) {
    return failure(
        "the service refuses the request: HTTP " + status,
        SPEAKS,
        "correct its address, or " + ASK_AGAIN);
  }

  InputException asksToWait(Duration asked, Duration longest) {
    return failure(
        "the service asks to wait " + seconds(asked),
        "no pause is longer than " + seconds(longest),
        ASK_AGAIN);
  }

  InputException redirectedTo(String location) {
    return failure(
        "the service sends requests on to '" + location + "'",
        "requests go by HTTP and HTTPS only",
        "give the address at which it answers");
  }

  InputException redirectedInCircles(int redirects) {
    return failure(
        "the service sends requests on more than " + times(redirects),
        "somewhere it must answer",
        "give the address at which it answers");
  }

  InputException tooLarge(int bytes) {
    return failure(
        "the answer is larger than " + bytes + " bytes",
        "a service that answers so much to so little is taken for another kind of service",
        "correct its address, or ask for less at a time with --batch or --limit");
  }

  InputException notJson(IOException e) {
    return failure(
        "the answer is not JSON: " + e.getMessage(),
        SPEAKS,
        "correct its address, or tell its makers");
  }

  InputException page() {
    return failure(
        "the answer is a web page, not JSON",
        SPEAKS,
        "give the address of the service itself, not of a page about it");
  }

  InputException failure(String what, String why, String fix) {
    return new InputException(diagnostic(what, why, fix));
  }

  Diagnostic diagnostic(String what, String why, String fix) {
    return new Diagnostic(Location.of(service), what, why, fix);
  }

  private static String times(int number) {
    return number == 1 ? "once" : number + " times";
  }

  private static String seconds(Duration span) {
    return span.toMillis() % 1000 == 0
        ? span.toSeconds() + " s"
        : "%.1f s".formatted(span.toMillis() / 1000.0);
  }
}
