package org.w3id.scokg.shipped;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.SKOS;

/**
 * A name as somebody may have it in a list.
 *
 * @param id the entity that is meant
 * @param noise what was done to its name
 * @param text the name after that
 */
record NoisyName(String id, Noise noise, String text) {

  /** What befalls a name. */
  enum Noise {
    NONE,
    SLIP,
    PLAIN,
    OTHER_SCRIPT,
    WORDS_CUT,
    INITIALS,
    OTHER_ORDER
  }

  /** How Russian names are written in passports: not what the service is made with. */
  private static final Map<Character, String> PASSPORT =
      Map.ofEntries(
          Map.entry('а', "a"),
          Map.entry('б', "b"),
          Map.entry('в', "v"),
          Map.entry('г', "g"),
          Map.entry('д', "d"),
          Map.entry('е', "e"),
          Map.entry('ё', "e"),
          Map.entry('ж', "zh"),
          Map.entry('з', "z"),
          Map.entry('и', "i"),
          Map.entry('й', "i"),
          Map.entry('к', "k"),
          Map.entry('л', "l"),
          Map.entry('м', "m"),
          Map.entry('н', "n"),
          Map.entry('о', "o"),
          Map.entry('п', "p"),
          Map.entry('р', "r"),
          Map.entry('с', "s"),
          Map.entry('т', "t"),
          Map.entry('у', "u"),
          Map.entry('ф', "f"),
          Map.entry('х', "kh"),
          Map.entry('ц', "ts"),
          Map.entry('ч', "ch"),
          Map.entry('ш', "sh"),
          Map.entry('щ', "shch"),
          Map.entry('ъ', "ie"),
          Map.entry('ы', "y"),
          Map.entry('ь', ""),
          Map.entry('э', "e"),
          Map.entry('ю', "iu"),
          Map.entry('я', "ia"));

  /** All names of entities, in the order of their text. */
  static List<NoisyName> labels(DatasetGraph dataset, String entitySpace) {
    TreeSet<String> lines = new TreeSet<>();
    Txn.executeRead(
        dataset,
        () -> {
          for (var property : List.of(SKOS.prefLabel, SKOS.altLabel)) {
            Iterator<Quad> quads = dataset.find(Node.ANY, Node.ANY, property.asNode(), Node.ANY);
            quads.forEachRemaining(
                quad -> {
                  String iri = quad.getSubject().getURI();
                  if (iri.startsWith(entitySpace)) {
                    lines.add(
                        iri.substring(entitySpace.length())
                            + "\t"
                            + quad.getObject().getLiteralLexicalForm());
                  }
                });
          }
        });
    return lines.stream()
        .map(line -> line.split("\t"))
        .map(cells -> new NoisyName(cells[0], Noise.NONE, cells[1]))
        .toList();
  }

  /** So many names, each of which something has befallen; the same for the same seed. */
  static List<NoisyName> noisy(List<NoisyName> labels, int count, long seed) {
    Random random = new Random(seed);
    List<Noise> noises = Arrays.stream(Noise.values()).filter(n -> n != Noise.NONE).toList();
    List<NoisyName> names = new ArrayList<>();
    while (names.size() < count) {
      NoisyName label = labels.get(random.nextInt(labels.size()));
      Noise noise = noises.get(names.size() % noises.size());
      String text = noise(label.text, noise, random);
      if (!text.equals(label.text) && text.length() > 2) {
        names.add(new NoisyName(label.id, noise, text));
      }
    }
    return names;
  }

  private static String noise(String name, Noise noise, Random random) {
    List<String> words = new ArrayList<>(Arrays.asList(name.split("[\\s,()–—-]+")));
    words.removeIf(String::isEmpty);
    return switch (noise) {
      case NONE -> name;
      case SLIP -> slip(name.length() > 12 ? slip(name, random) : name, random);
      case PLAIN ->
          Normalizer.normalize(name, Normalizer.Form.NFD)
              .replaceAll("\\p{Mn}", "")
              .replaceAll("[\\p{P}\\s]+", " ")
              .toLowerCase(Locale.ROOT);
      case OTHER_SCRIPT -> inLatin(name);
      case WORDS_CUT ->
          words.size() < 2
              ? name
              : words.stream().map(NoisyName::cut).collect(Collectors.joining(" "));
      case INITIALS -> initials(words);
      case OTHER_ORDER -> {
        Collections.shuffle(words, random);
        yield String.join(" ", words);
      }
    };
  }

  /** One letter left out, doubled, replaced or swapped with the next, but not the first one. */
  private static String slip(String name, Random random) {
    if (name.length() < 4) {
      return name;
    }
    int at = 1 + random.nextInt(name.length() - 2);
    char letter = name.charAt(at);
    if (!Character.isLetter(letter) || !Character.isLetter(name.charAt(at + 1))) {
      return slip(name, random);
    }
    String before = name.substring(0, at);
    String after = name.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + letter + letter + after;
      case 2 -> before + (char) (letter + 1) + after;
      default -> before + after.charAt(0) + letter + after.substring(1);
    };
  }

  private static String inLatin(String name) {
    StringBuilder latin = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      latin.append(PASSPORT.getOrDefault(c, String.valueOf(c)));
    }
    String text = latin.toString();
    return text.codePoints().anyMatch(Character::isIdeographic)
        ? Transliterator.getInstance("Han-Latin; Latin-ASCII").transliterate(text)
        : text;
  }

  private static String cut(String word) {
    return word.length() > 5 ? word.substring(0, 4) + "." : word;
  }

  private static String initials(List<String> words) {
    if (words.size() < 3 || words.size() > 6) {
      return "";
    }
    return words.stream()
        .filter(word -> Character.isUpperCase(word.charAt(0)))
        .map(word -> word.substring(0, 1))
        .collect(Collectors.joining());
  }
}
