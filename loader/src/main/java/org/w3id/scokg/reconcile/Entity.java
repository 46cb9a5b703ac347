package org.w3id.scokg.reconcile;

import java.util.List;
import java.util.Set;

/**
 * A thing that the service knows by name.
 *
 * @param iri what identifies it in the graph
 * @param names its names, at least one
 * @param types the IRIs of its classes, those that follow from others included
 * @param shownTypes those of its classes that follow from no other
 */
record Entity(String iri, List<Name> names, Set<String> types, List<String> shownTypes) {

  Entity {
    names = List.copyOf(names);
    types = Set.copyOf(types);
    shownTypes = List.copyOf(shownTypes);
  }

  /** The name to show in the first of some languages that it has one in. */
  String name(List<String> languages) {
    for (String language : languages) {
      for (Name name : names) {
        if (name.isPreferred() && name.language().equals(language)) {
          return name.text();
        }
      }
    }
    return names.stream().filter(Name::isPreferred).findFirst().orElse(names.get(0)).text();
  }

  /**
   * The name that has a text at its beginning, or else within it, in its own script; the name to
   * show where none has.
   *
   * @param plain the text as {@link Spelling#plain} has it
   */
  String nameWith(String plain, List<String> languages) {
    return names.stream()
        .filter(name -> name.plain().startsWith(plain))
        .findFirst()
        .or(() -> names.stream().filter(name -> name.plain().contains(plain)).findFirst())
        .map(Name::text)
        .orElseGet(() -> name(languages));
  }
}
