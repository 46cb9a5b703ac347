package org.w3id.scokg.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How similar two names are, from 0 to 1, in the form that {@link Spelling#latin} gives them. It is
 * the larger of two measures: of their words, whose order does not count and which may be
 * abbreviated, and of all their letters in order, between which words may be split in another way.
 */
final class NameSimilarity {

  /** Two words of which one is the beginning of the other. */
  private static final double ABBREVIATED = 0.85;

  /** The same, of one or two letters. */
  private static final double INITIAL = 0.6;

  /** Words less similar than that have nothing to do with each other. */
  private static final double ALIKE = 0.6;

  /** What names lose that tell different numbers, since "2017" is no slip of "2016". */
  private static final double OTHER_NUMBER = 0.7;

  private NameSimilarity() {}

  static double of(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    String[] words = one.split(" ");
    String[] others = other.split(" ");
    double byWords = byWords(words, others);
    double byLetters = slips(one.replace(" ", ""), other.replace(" ", ""));
    return Math.max(byWords, byLetters) * (sameNumbers(words, others) ? 1 : OTHER_NUMBER);
  }

  private static boolean sameNumbers(String[] words, String[] others) {
    Set<String> numbers = numbers(words);
    Set<String> otherNumbers = numbers(others);
    return numbers.isEmpty() || otherNumbers.isEmpty() || numbers.equals(otherNumbers);
  }

  private static Set<String> numbers(String[] words) {
    Set<String> numbers = new TreeSet<>();
    Arrays.stream(words).filter(NameSimilarity::isNumber).forEach(numbers::add);
    return numbers;
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** A word of the one name, a word of the other, and how similar they are. */
  private record Pair(int word, int other, double similarity, int weight) {}

  /**
   * The share of letters in words that have a counterpart (Dice), the most similar paired first.
   */
  private static double byWords(String[] words, String[] others) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      for (int j = 0; j < others.length; j++) {
        double similarity = ofWords(words[i], others[j]);
        if (similarity > 0) {
          pairs.add(new Pair(i, j, similarity, words[i].length() + others[j].length()));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::similarity)
            .thenComparingInt(Pair::weight)
            .reversed()
            .thenComparingInt(pair -> Math.abs(pair.word - pair.other)));
    boolean[] isPaired = new boolean[words.length];
    boolean[] isOtherPaired = new boolean[others.length];
    double shared = 0;
    for (Pair pair : pairs) {
      if (!isPaired[pair.word] && !isOtherPaired[pair.other]) {
        isPaired[pair.word] = true;
        isOtherPaired[pair.other] = true;
        shared += pair.similarity * pair.weight;
      }
    }
    return shared / (letters(words) + letters(others));
  }

  private static int letters(String[] words) {
    return Math.max(1, Arrays.stream(words).mapToInt(String::length).sum());
  }

  private static double ofWords(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    if (isNumber(one) || isNumber(other)) {
      return 0;
    }
    if (one.startsWith(other) || other.startsWith(one)) {
      return Math.min(one.length(), other.length()) > 2 ? ABBREVIATED : INITIAL;
    }
    double similarity = slips(one, other);
    return similarity < ALIKE ? 0 : similarity;
  }

  /**
   * One without the share of letters that have to be put in, left out, replaced or swapped with the
   * next one to make one text of the other (optimal string alignment).
   */
  private static double slips(String one, String other) {
    int longest = Math.max(one.length(), other.length());
    int shortest = Math.min(one.length(), other.length());
    if (longest == 0 || shortest < longest * ALIKE) {
      return 0;
    }
    return 1 - (double) distance(one, other) / longest;
  }

  private static int distance(String one, String other) {
    int width = other.length() + 1;
    int[] beforeLast = new int[width];
    int[] last = new int[width];
    int[] row = new int[width];
    for (int j = 0; j < width; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j < width; j++) {
        int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[width - 1];
  }
}
