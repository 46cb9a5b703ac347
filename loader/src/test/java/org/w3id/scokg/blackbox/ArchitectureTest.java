package org.w3id.scokg.blackbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between packages go one way, and the code knows no subject. */
class ArchitectureTest {

  private static final String ROOT = "org.w3id.scokg";
  private static final Path SOURCES = Path.of("src/main/java");

  /** What each package may use of the others. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("diagnostic", Set.of()),
          entry("reconcile", Set.of()),
          entry("facts", Set.of("diagnostic")),
          entry("source", Set.of("facts", "diagnostic")),
          entry("rml", Set.of("source", "facts", "diagnostic")),
          entry("link", Set.of("diagnostic")),
          entry("propose", Set.of("link", "diagnostic")),
          entry("infer", Set.of("diagnostic")),
          entry("validate", Set.of("diagnostic")),
          entry("memory", Set.of()),
          entry("store", Set.of("diagnostic")),
          entry("text", Set.of()),
          entry("publish", Set.of("memory", "store", "text", "reconcile", "diagnostic")),
          entry("guard", Set.of()),
          entry("server", Set.of("guard", "store", "text", "diagnostic")),
          entry("draw", Set.of()),
          entry("pages", Set.of("draw", "reconcile", "text", "diagnostic")),
          entry("operation", Set.of("server", "diagnostic")),
          entry("doctor", Set.of("operation", "server", "publish", "diagnostic")));

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
  }

  static Stream<String> packages() {
    return MAY_USE.keySet().stream().sorted();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  void aPackageUsesOnlyThoseItMay(String name) {
    String[] others =
        Stream.concat(MAY_USE.keySet().stream(), Stream.of("cli"))
            .filter(p -> !p.equals(name) && !MAY_USE.getOrDefault(name, Set.of()).contains(p))
            .map(p -> ROOT + "." + p + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(classes);
  }

  @Test
  void packagesFormNoCircle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void librariesHaveOneHome() {
    onlyIn("de.siegmar.fastcsv..", "facts");
    onlyIn("org.apache.jena.fuseki..", "server");
    onlyIn("com.github.benmanes.caffeine..", "server", "pages");
    onlyIn("org.eclipse.jetty..", "server", "operation");
    onlyIn("io.micrometer..", "operation");
    onlyIn("com.fasterxml.jackson..", "source", "reconcile", "propose", "draw");
    onlyIn("org.apache.lucene..", "reconcile", "text");
    onlyIn("org.apache.jena.query.text..", "text");
    onlyIn("com.ibm.icu..", "reconcile");
    onlyIn("java.net.http..", "propose", "server", "doctor", "cli");
    onlyIn("com.jayway.jsonpath..", "source");
    onlyIn("com.apicatalog..", "pages");
    onlyIn("jakarta.json..", "pages");
    onlyIn("org.apache.commons.compress..", "source");
    onlyIn("picocli..", "cli");
    onlyIn("org.apache.jena.shacl..", "validate");
    onlyIn("org.apache.jena.dboe.trans..", "store");
    onlyIn("org.apache.thrift..", "store");
  }

  @Test
  void theEngineAndTheLinkingDoNotKnowJena() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".rml..",
            ROOT + ".source..",
            ROOT + ".facts..",
            ROOT + ".link..",
            ROOT + ".propose..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.jena..")
        .check(classes);
  }

  @Test
  void onlyTheMainClassEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(classes);
  }

  private static void onlyIn(String library, String... homes) {
    String[] packages =
        Stream.of(homes).map(home -> ROOT + "." + home + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(classes);
  }

  /** Words of the shipped subject are those of its entities, read from its own tables. */
  @Test
  void noSourceNamesTheSubjectOrATermOfItsOntology() throws IOException {
    Set<String> words = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("../facts/states.csv"))) {
      Stream.of(line.split(",")).filter(c -> c.matches("\\p{Lu}\\p{Ll}{3,}")).forEach(words::add);
    }
    assertThat(words).contains("China", "Kazakhstan");
    words.addAll(List.of("SCO", "Shanghai", "w3id.org/sco-kg"));
    Matcher term =
        Pattern.compile("(?m)^sco:(\\p{Ll}+\\p{Lu}\\w+)")
            .matcher(Files.readString(Path.of("../ontology/ontology.ttl")));
    while (term.find()) {
      words.add('"' + term.group(1) + '"');
    }
    assertThat(words).contains("\"everMemberOf\"");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(SOURCES)) {
      files = walk.filter(p -> p.toString().endsWith(".java")).toList();
    }
    for (Path file : files) {
      // Variables of the environment begin with the name of the program.
      String text = Files.readString(file).replace("SCOKG_", "");
      for (String word : words) {
        assertThat(Pattern.compile("\\b" + Pattern.quote(word)).matcher(text).find())
            .as("%s names %s".formatted(file, word.toLowerCase(Locale.ROOT)))
            .isFalse();
      }
    }
  }
}
