package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the form that a client likes best (RFC 9110 §12.5.1). Of forms that it likes equally, the
 * one that it names most exactly is taken, then the one that it names first.
 */
final class Negotiation {

  private static final Pattern WEIGHT = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

  private Negotiation() {}

  /** A part of the header, and how exactly it names a type: 0 for all, 2 for one. */
  private record Range(String type, int exactness, double weight, int position) {

    boolean covers(String mediaType) {
      return switch (exactness) {
        case 0 -> true;
        case 1 -> mediaType.startsWith(type);
        default -> mediaType.equals(type);
      };
    }
  }

  /**
   * The best of some forms.
   *
   * @param accept the header; {@code null} without one, which is to like all
   * @param offered the forms, the server's own preference first
   * @return empty if none is acceptable
   */
  static Optional<Representation> choose(@Nullable String accept, List<Representation> offered) {
    if (accept == null || accept.isBlank()) {
      return Optional.of(offered.get(0));
    }
    record Choice(Representation form, Range range) {}
    List<Range> ranges = ranges(accept);
    return offered.stream()
        .flatMap(form -> range(form, ranges).map(range -> new Choice(form, range)).stream())
        .filter(choice -> choice.range.weight > 0)
        .min(
            Comparator.comparingDouble((Choice choice) -> -choice.range.weight)
                .thenComparingInt(choice -> -choice.range.exactness)
                .thenComparingInt(choice -> choice.range.position))
        .map(Choice::form);
  }

  /** The range that decides on a form: the most exact one that covers it. */
  private static Optional<Range> range(Representation form, List<Range> ranges) {
    return ranges.stream()
        .filter(range -> range.covers(form.mediaType()))
        .max(
            Comparator.comparingInt(Range::exactness)
                .thenComparing(Comparator.comparingInt(Range::position).reversed()));
  }

  private static List<Range> ranges(String accept) {
    List<Range> ranges = new ArrayList<>();
    for (String part : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = part.split(";", -1);
      String type = parts[0].strip();
      int exactness = type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
      Optional<Double> weight = weight(parts);
      // A range that is written wrong is as good as none.
      if (weight.isPresent() && type.indexOf('/') > 0) {
        String start = exactness == 1 ? type.substring(0, type.length() - 1) : type;
        ranges.add(new Range(start, exactness, weight.get(), ranges.size()));
      }
    }
    return ranges;
  }

  private static Optional<Double> weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        String value = parameter.substring(2).strip();
        return WEIGHT.matcher(value).matches()
            ? Optional.of(Double.parseDouble(value))
            : Optional.empty();
      }
    }
    return Optional.of(1.0);
  }
}
