package org.w3id.scokg.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which languages somebody reads, by the header {@code Accept-Language} (RFC 9110 §12.5.4). */
public final class Languages {

  private Languages() {}

  /**
   * The languages in the order in which they are to be tried.
   *
   * @param accepted the header; {@code null} without one
   * @param known those that the graph has, the preferred one first
   */
  public static List<String> of(@Nullable String accepted, List<String> known) {
    List<String> ordered = new ArrayList<>();
    if (accepted != null) {
      try {
        String best = Locale.lookupTag(Locale.LanguageRange.parse(accepted), known);
        if (best != null) {
          ordered.add(best);
        }
      } catch (IllegalArgumentException e) {
        // A header that is wrong asks for no language.
      }
    }
    known.stream().filter(language -> !ordered.contains(language)).forEach(ordered::add);
    return List.copyOf(ordered);
  }
}
