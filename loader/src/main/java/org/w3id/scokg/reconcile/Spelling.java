package org.w3id.scokg.reconcile;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings names of any script to one spelling: small Latin letters without accents, digits, and one
 * space between words. Safe for use by many threads.
 */
final class Spelling {

  /** How Cyrillic is mostly written abroad comes first, then whatever else there is. */
  private static final String RULES = "Bulgarian-Latin/BGN; Any-Latin; Latin-ASCII; Lower";

  /** The languages whose names are mostly ASCII. */
  private static final Set<String> ASCII = Set.of("en");

  private static final Set<String> HAN = Set.of("zh", "ja");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SMALL_WORD = Pattern.compile("\\p{Ll}{1,3}");

  private @Nullable Transliterator latin;

  /** It takes a while to make, and what is ASCII does without. */
  private synchronized Transliterator latin() {
    Transliterator made = latin == null ? Transliterator.getInstance(RULES) : latin;
    latin = made;
    return made;
  }

  /** Gets ready to spell names of some languages, so that the first of them take no longer. */
  void prepare(List<String> languages) {
    Set<String> main =
        languages.stream().map(each -> each.split("-", 2)[0]).collect(Collectors.toSet());
    if (!ASCII.containsAll(main)) {
      // The table of Han characters, by far the largest, is made when the first of them is spelt.
      latin(Collections.disjoint(HAN, main) ? "я" : "字");
    }
  }

  /** The words of a name in Latin letters, with a space between each two. */
  String latin(String name) {
    String letters = isAscii(name) ? name.toLowerCase(Locale.ROOT) : latin().transliterate(name);
    // The apostrophes of a romanisation stand for letters that are not pronounced.
    String bare = letters.replace("'", "").replace("\u02B9", "");
    return BETWEEN_WORDS.matcher(bare).replaceAll(" ").strip();
  }

  /** Whether no letter of a text is of another script. */
  static boolean isLatin(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .allMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /** A name in its own script, but for the size of letters and what is not one. */
  String plain(String name) {
    return NO_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /**
   * The abbreviations that a name's first letters may give, in Latin letters: of all words, and of
   * all but the small ones between the others.
   */
  Set<String> initials(String name) {
    List<String> words =
        Arrays.stream(NO_LETTERS.split(name)).filter(word -> !word.isEmpty()).toList();
    List<String> largeWords =
        words.stream().filter(word -> !SMALL_WORD.matcher(word).matches()).toList();
    Set<String> initials = new LinkedHashSet<>();
    for (List<String> each : List.of(words, largeWords)) {
      if (each.size() > 1) {
        initials.add(each.stream().map(Spelling::first).collect(Collectors.joining()));
      }
    }
    return initials.stream().map(this::joined).collect(Collectors.toSet());
  }

  private static String first(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1));
  }

  /** A name in Latin letters, with nothing between its words. */
  String joined(String name) {
    return latin(name).replace(" ", "");
  }
}
