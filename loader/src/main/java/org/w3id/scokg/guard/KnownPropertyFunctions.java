package org.w3id.scokg.guard;

import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The properties that the engine computes: members of lists and containers. What it would load from
 * a {@code java:} IRI, or from the names of its library, is a property as any other.
 */
final class KnownPropertyFunctions extends PropertyFunctionRegistry {

  static final KnownPropertyFunctions INSTANCE = new KnownPropertyFunctions();

  private KnownPropertyFunctions() {
    PropertyFunctionRegistry all = PropertyFunctionRegistry.get();
    all.keys()
        .forEachRemaining(
            name -> {
              if (!name.startsWith(ARQConstants.javaClassURIScheme)) {
                put(name, all.get(name));
              }
            });
  }

  @Override
  public boolean manages(String name) {
    return isRegistered(name);
  }

  @Override
  public @Nullable PropertyFunctionFactory get(String name) {
    return isRegistered(name) ? super.get(name) : null;
  }
}
