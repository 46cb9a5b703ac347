package org.w3id.scokg.reconcile;

import java.util.Set;

/**
 * A name of an entity.
 *
 * @param text as the graph has it
 * @param language its language tag; empty without one
 * @param isPreferred whether it is the one to show, and not an alternative
 * @param plain its {@link Spelling#plain} form
 * @param latin its {@link Spelling#latin} form
 * @param initials its {@link Spelling#initials}
 */
record Name(
    String text,
    String language,
    boolean isPreferred,
    String plain,
    String latin,
    Set<String> initials) {

  Name {
    initials = Set.copyOf(initials);
  }

  /** How many characters of a name are compared: what is longer is a text, and no name. */
  private static final int COMPARED = 1000;

  static Name of(String text, String language, boolean isPreferred, Spelling spelling) {
    String name = text.length() <= COMPARED ? text : text.substring(0, COMPARED);
    return new Name(
        text,
        language,
        isPreferred,
        spelling.plain(name),
        spelling.latin(name),
        spelling.initials(name));
  }
}
