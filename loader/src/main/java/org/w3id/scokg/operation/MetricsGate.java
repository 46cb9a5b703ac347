package org.w3id.scokg.operation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.w3id.scokg.server.Secret;

/**
 * Who may read the metrics: whoever brings the token; where none is set, whoever is on this
 * machine.
 *
 * @param token the token, if one is set
 */
record MetricsGate(Optional<Secret> token) {

  /** What a proxy on this machine adds for somebody who is elsewhere. */
  private static final List<String> MARKS_OF_PROXIES =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  boolean isOpenFor(Request request) {
    if (token.isPresent()) {
      return token.get().isIn(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    }
    return isHere(request.getConnectionMetaData().getRemoteSocketAddress())
        && MARKS_OF_PROXIES.stream().noneMatch(request.getHeaders()::contains);
  }

  private static boolean isHere(SocketAddress client) {
    return client instanceof InetSocketAddress network
        && Optional.ofNullable(network.getAddress())
            .filter(InetAddress::isLoopbackAddress)
            .isPresent();
  }
}
