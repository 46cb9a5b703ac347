package org.w3id.scokg.validate;

import java.util.List;
import org.w3id.scokg.diagnostic.Diagnostic;

/**
 * What a check with several degrees of severity found, each list ordered by place.
 *
 * @param errors what must be mended
 * @param warnings what is worth a look
 */
public record Findings(List<Diagnostic> errors, List<Diagnostic> warnings) {

  /** Copies the lists. */
  public Findings {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }
}
