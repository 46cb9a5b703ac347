package org.w3id.scokg.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.assembler.JA;
import org.apache.jena.query.ARQ;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.util.MappingRegistry;
import org.w3id.scokg.diagnostic.Suggestion;

/** Reads the settings of a database, each of which is checked before anything goes by it. */
final class SettingsReader {

  /** What the names of our own settings begin with. */
  private static final String OURS = "scokg:";

  private final ConfigFile file;

  SettingsReader(ConfigFile file) {
    this.file = file;
  }

  /** The settings described that are right, by name; problems go where the file's go. */
  Map<String, String> settings(List<Resource> described) {
    Map<String, String> settings = new HashMap<>();
    for (Resource setting : described) {
      file.expect(setting, List.of(JA.cxtName, JA.cxtValue));
      Optional<String> name = file.text(setting, JA.cxtName).map(MappingRegistry::mapPrefixName);
      Optional<String> value = file.text(setting, JA.cxtValue);
      if (name.isPresent() && value.isPresent() && isRight(name.get(), value.get())) {
        settings.put(name.get(), value.get());
      }
    }
    return settings;
  }

  private boolean isRight(String name, String value) {
    return isKnown(name)
        && isTimeout(name, value)
        && listsEndpoints(name, value)
        && listsProxies(name, value)
        && isCount(name, value)
        && isBound(name, value)
        && isDuration(name, value);
  }

  /** A name with a slip would set nothing; those that are not ours are the engine's. */
  private boolean isKnown(String name) {
    List<String> known = known();
    boolean right = !name.startsWith(OURS) || known.contains(name);
    if (!right) {
      file.report(
          "there is no setting '%s'".formatted(name),
          "a setting that is not understood would have no effect",
          Suggestion.nearest(name, known)
              .map(nearest -> "write '" + nearest + "'")
              .orElse("remove it; docs/run.md lists all settings"));
    }
    return right;
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>(OperationSettings.NAMES);
    known.addAll(PublishingSettings.NUMBERS);
    known.addAll(List.of(AllowedServices.SETTING, TrustedProxies.SETTING));
    Arrays.stream(Setting.values()).map(Setting::key).forEach(known::add);
    return known;
  }

  /** An address with a slip would deny what is meant to be allowed, and only when it is asked. */
  private boolean listsEndpoints(String name, String value) {
    Optional<String> mistake =
        Optional.of(value)
            .filter(list -> name.equals(AllowedServices.SETTING))
            .flatMap(list -> AllowedServices.in(list).mistake());
    mistake.ifPresent(
        entry ->
            file.report(
                "'%s' is not the address of an endpoint".formatted(entry),
                "queries may ask the endpoints of %s, each named in full"
                    .formatted(AllowedServices.SETTING),
                "write for example \"https://query.example.org/sparql\"; spaces part several"));
    return mistake.isEmpty();
  }

  private boolean isCount(String name, String value) {
    boolean right = !PublishingSettings.NUMBERS.contains(name) || value.matches("[1-9]\\d{0,5}");
    if (!right) {
      file.report(
          "'%s' of %s is no number".formatted(value, name),
          "it is a whole number of 1 or more",
          "write for example \"5\", or remove the setting");
    }
    return right;
  }

  private boolean listsProxies(String name, String value) {
    Optional<String> mistake =
        Optional.of(value)
            .filter(list -> name.equals(TrustedProxies.SETTING))
            .flatMap(list -> TrustedProxies.in(list).mistake());
    mistake.ifPresent(
        entry ->
            file.report(
                "'%s' is not the address of a proxy".formatted(entry),
                "%s lists who may say for whom they ask".formatted(TrustedProxies.SETTING),
                "write for example \"127.0.0.1 ::1\"; spaces part several"));
    return mistake.isEmpty();
  }

  private boolean isBound(String name, String value) {
    Optional<Setting> wrong = Setting.named(name).filter(setting -> !setting.takes(value));
    wrong.ifPresent(
        setting ->
            file.report(
                "the setting %s is '%s'".formatted(name, value),
                "it is a whole number from %d to %d".formatted(setting.least(), setting.most()),
                "correct it, or remove it so that its default holds"));
    return wrong.isEmpty();
  }

  /** A timeout that cannot be read would make every query fail, and only then. */
  private boolean isTimeout(String name, String value) {
    boolean right =
        !name.equals(ARQ.queryTimeout.getSymbol()) || value.matches("\\s*\\d+\\s*(,\\s*\\d+\\s*)?");
    if (!right) {
      file.report(
          "the query timeout '%s' is not a time".formatted(value),
          "it is a number of milliseconds, or two: to the first row, and in all",
          "write for example \"10000,30000\"");
    }
    return right;
  }

  private boolean isDuration(String name, String value) {
    boolean right = OperationSettings.isRight(name, value);
    if (!right) {
      file.report(
          "%s is '%s', which is not a duration".formatted(name, value),
          "it is a number of milliseconds, of at most seven digits",
          "write for example \"5000\"");
    }
    return right;
  }
}
