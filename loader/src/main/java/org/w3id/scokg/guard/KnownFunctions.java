package org.w3id.scokg.guard;

import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a query may call by their IRIs. The engine's own registry would load the Java
 * class that a {@code java:} IRI names, and has functions that wait, print or evaluate a text.
 */
final class KnownFunctions extends FunctionRegistry {

  private static final String FN = ARQConstants.fnPrefix;
  private static final String SPARQL = "http://www.w3.org/ns/sparql#";
  private static final String COMPOSITE = "http://w3id.org/awslabs/neptune/SPARQL-CDTs/";

  /** Those of the engine's library, which are found by the names of their classes. */
  private static final List<String> LIBRARY =
      List.of(
          "bnode",
          "date",
          "e",
          "evenInteger",
          "langeq",
          "localname",
          "max",
          "min",
          "namespace",
          "now",
          "nowtz",
          "pi",
          "sha1sum",
          "sqrt",
          "strlen",
          "struuid",
          "substr",
          "substring",
          "timezone",
          "uuid",
          "version");

  /** Those that {@link BoundedExpressions} takes the place of. */
  private static final Set<String> UNBOUNDED =
      Set.of("concat", "regex", "matches", "replace", "encode-for-uri", "encode", "multiply");

  /** After all that it is made from. */
  static final KnownFunctions INSTANCE = new KnownFunctions();

  private KnownFunctions() {
    FunctionRegistry all = FunctionRegistry.get();
    all.keys()
        .forEachRemaining(
            name -> {
              if (isHarmless(name)) {
                put(name, all.get(name));
              }
            });
    for (String name : LIBRARY) {
      FunctionFactory factory = all.get(ARQConstants.ARQFunctionLibraryURI + name);
      if (factory != null) {
        put(ARQConstants.ARQFunctionLibraryURI + name, factory);
      }
    }
  }

  private static boolean isHarmless(String name) {
    return !name.startsWith(ARQConstants.javaClassURIScheme)
        && !name.startsWith(COMPOSITE)
        // An integer to the power of another, of as many digits as it takes.
        && !name.equals(ARQConstants.mathPrefix + "pow")
        && localNameOfUnbounded(name).isEmpty();
  }

  /** The name of an unbounded function without its vocabulary, or nothing. */
  static String localNameOfUnbounded(String name) {
    String local = name.startsWith(FN) ? name.substring(FN.length()) : "";
    if (name.startsWith(SPARQL)) {
      local = name.substring(SPARQL.length());
    }
    return UNBOUNDED.contains(local) ? local : "";
  }

  @Override
  public @Nullable FunctionFactory get(String name) {
    return isRegistered(name) ? super.get(name) : null;
  }
}
