package org.w3id.scokg.propose;

import java.util.List;

/**
 * What an entity is known by besides its name.
 *
 * @param name what it is called here
 * @param property the property of the service that it is compared with
 * @param values its values: texts, numbers and dates as they are written, or IRIs
 */
public record Evidence(String name, String property, List<String> values) {

  /** Copies the list. */
  public Evidence {
    values = List.copyOf(values);
  }

  @Override
  public String toString() {
    return name + ": " + String.join(", ", values);
  }
}
