package org.w3id.scokg.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Metrics in the text format 0.0.4 of Prometheus, read strictly: what the format does not allow is
 * an exception.
 *
 * @param types the types of the metrics, by their names
 * @param samples the values, by names with their labels as written
 */
record Exposition(Map<String, String> types, Map<String, Double> samples) {

  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
  private static final Pattern COMMENT =
      Pattern.compile("# (HELP|TYPE) (" + NAME + ") (.*)", Pattern.DOTALL);
  private static final Pattern SAMPLE =
      Pattern.compile(
          "(%s)(\\{(?:%s(?:,%s)*,?)?\\})? (NaN|[+-]Inf|[-+0-9.eE]+)(?: -?[0-9]+)?"
              .formatted(NAME, LABEL, LABEL));
  private static final Set<String> TYPES =
      Set.of("counter", "gauge", "histogram", "summary", "untyped");

  static Exposition of(String text) {
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("the last line does not end");
    }
    Exposition read = new Exposition(new HashMap<>(), new LinkedHashMap<>());
    Set<String> done = new HashSet<>();
    String family = "";
    for (String line : text.lines().toList()) {
      Matcher comment = COMMENT.matcher(line);
      Matcher sample = SAMPLE.matcher(line);
      if (comment.matches()) {
        if (!comment.group(2).equals(family)) {
          done.add(family);
          family = comment.group(2);
          require(!done.contains(family), "in two places: " + line);
        }
        read.comment(comment);
      } else if (sample.matches()) {
        require(read.belongs(sample.group(1), family), "not under its type: " + line);
        read.add(sample);
      } else {
        throw new IllegalArgumentException("no line of the format: " + line);
      }
    }
    read.requireWholeHistograms();
    return read;
  }

  private void comment(Matcher comment) {
    if (comment.group(1).equals("TYPE")) {
      require(TYPES.contains(comment.group(3)), "no type: " + comment.group());
      require(types.put(comment.group(2), comment.group(3)) == null, "typed twice");
    }
  }

  private boolean belongs(String name, String family) {
    String type = types.getOrDefault(family, "untyped");
    return name.equals(family)
        || (type.equals("histogram") && name.matches(family + "_(bucket|sum|count)"))
        || (type.equals("summary") && name.matches(family + "_(sum|count)"));
  }

  private void add(Matcher sample) {
    String labels = sample.group(2) == null ? "" : sample.group(2);
    double value = Double.parseDouble(sample.group(3).replace("Inf", "Infinity"));
    require(samples.put(sample.group(1) + labels, value) == null, "given twice: " + sample.group());
  }

  /** Classes of a histogram hold those below, and the last of them is all. */
  private void requireWholeHistograms() {
    Map<String, List<Double>> buckets = new HashMap<>();
    samples.forEach(
        (name, value) -> {
          if (name.contains("_bucket{")) {
            buckets
                .computeIfAbsent(name.replaceAll(",?le=\"[^\"]*\"", ""), key -> new ArrayList<>())
                .add(value);
          }
        });
    buckets.forEach(
        (name, values) -> {
          require(values.equals(values.stream().sorted().toList()), "not cumulative: " + name);
          Double all = samples.get(name.replace("_bucket", "_count").replace("{}", ""));
          require(values.get(values.size() - 1).equals(all), "not whole: " + name);
        });
  }

  double value(String name) {
    Double value = samples.get(name);
    require(value != null, "there is no " + name + " among " + samples.keySet());
    return value == null ? 0 : value;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
