package org.w3id.scokg.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The proxies that may say for whom they ask, by {@code X-Forwarded-For}. Of everybody else the
 * header is not believed, or a client could be as many as it likes.
 *
 * @param addresses their addresses
 */
record TrustedProxies(Set<String> addresses) {

  /** The setting that lists them, parted by spaces. */
  static final String SETTING = "scokg:trustedProxies";

  private static final String ADDRESS = "[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

  TrustedProxies {
    addresses = Set.copyOf(addresses);
  }

  /** The list in a setting's value. */
  static TrustedProxies in(String value) {
    Set<String> addresses = new LinkedHashSet<>(Arrays.asList(value.strip().split("\\s+", -1)));
    addresses.remove("");
    return new TrustedProxies(addresses);
  }

  /** An entry that is no address. */
  Optional<String> mistake() {
    return addresses.stream().filter(each -> !each.matches(ADDRESS)).sorted().findFirst();
  }

  /**
   * The client that asks: the last in the chain of forwarders whom nobody trusted vouches for. Of
   * an IPv6 address it is the network, since one client has as many addresses in it as it likes.
   */
  String client(HttpServletRequest request) {
    List<String> chain = new ArrayList<>();
    for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
      chain.addAll(Arrays.asList(header.strip().split("\\s*,\\s*", -1)));
    }
    String client = request.getRemoteAddr();
    for (int i = chain.size() - 1; i >= 0 && addresses.contains(client); i--) {
      if (!chain.get(i).matches(ADDRESS)) {
        break;
      }
      client = chain.get(i);
    }
    return network(client);
  }

  private static String network(String address) {
    String[] groups = address.split(":", -1);
    return groups.length < 5 ? address : String.join(":", Arrays.copyOf(groups, 4));
  }
}
