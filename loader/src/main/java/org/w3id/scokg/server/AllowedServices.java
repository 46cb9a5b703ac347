package org.w3id.scokg.server;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * The addresses of the endpoints that queries may ask by {@code SERVICE}, each to the letter: what
 * is not on the list is not contacted, whatever its name leads to.
 *
 * @param addresses the addresses
 */
record AllowedServices(Set<String> addresses) {

  /** The setting of a database that lists them, parted by spaces. */
  static final String SETTING = "scokg:allowedServices";

  AllowedServices {
    addresses = Set.copyOf(addresses);
  }

  /** The list in a setting's value. */
  static AllowedServices in(String value) {
    Set<String> addresses = new LinkedHashSet<>(Arrays.asList(value.strip().split("\\s+", -1)));
    addresses.remove("");
    return new AllowedServices(addresses);
  }

  /** The list that a query goes by. */
  static AllowedServices of(Context context) {
    return in(context.getAsString(Symbol.create(SETTING), ""));
  }

  /** An entry that is no address of an endpoint. */
  Optional<String> mistake() {
    return addresses.stream()
        .filter(address -> !address.matches("https?://[^\\s/?#@]+(/[^\\s?#]*)?"))
        .sorted()
        .findFirst();
  }
}
