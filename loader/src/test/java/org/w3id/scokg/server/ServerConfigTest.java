package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.server.ServerConfig.Database;
import org.w3id.scokg.server.ServerConfig.Service;

class ServerConfigTest {

  private static final String PREFIXES =
      """
      PREFIX :       <#>
      PREFIX fuseki: <http://jena.apache.org/fuseki#>
      PREFIX ja:     <http://jena.hpl.hp.com/2005/11/Assembler#>
      PREFIX tdb2:   <http://jena.apache.org/2016/tdb#>
      """;

  private static final String SERVICE =
      """
      :service a fuseki:Service ;
          fuseki:name "sparql" ;
          fuseki:endpoint [ fuseki:operation fuseki:query ] ;
          fuseki:dataset :database .
      """;

  private static final String DATABASE =
      """
      :database a tdb2:DatasetTDB2 ; tdb2:location "builds/current/database" .
      """;

  @TempDir Path folder;

  @Test
  void readsTheConfigurationThatShips() throws IOException {
    assertThat(read(TestProject.shipped()).services())
        .containsExactly(
            new Service(
                "sparql",
                Set.of(""),
                new Database(
                    "builds/current/database",
                    true,
                    Map.of(
                        "http://jena.apache.org/ARQ#queryTimeout",
                        "10000,30000",
                        "scokg:allowedServices",
                        ""))));
  }

  @Test
  void readsEndpointsWithNames() throws IOException {
    String named =
        SERVICE.replace("fuseki:query ]", "fuseki:query ; fuseki:name \"query\" ]")
            + ":service rdfs:label \"The graph\" .";

    assertThat(
            read(PREFIXES
                    + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
                    + named
                    + DATABASE)
                .services())
        .extracting(Service::endpoints)
        .containsExactly(Set.of("query"));
  }

  @Test
  void reportsAMissingFile() {
    assertThat(problem(folder.resolve("server.ttl")))
        .hasMessage(
            """
            server.ttl: error: there is no such file
              why: it says which database is served and under which name
              fix: restore the file, or correct the path that names it""");
  }

  @Test
  void reportsTheLineAtWhichTurtleBreaks() throws IOException {
    assertThat(problem(PREFIXES + ":service a fuseki:Service ;\n  fuseki:name 'sparql' :x .\n"))
        .hasMessage(
            """
            server.ttl:6: error: Triples not terminated by DOT
              why: the file is read as Turtle, and column 24 breaks its rules
              fix: correct the line, or the statement that ends there""");
  }

  @Test
  void reportsAPrefixThatIsNotDeclared() throws IOException {
    assertThat(problem(":service a fuseki:Service ."))
        .hasMessage(
            """
            server.ttl:1: error: Undefined prefix:
              why: the file is read as Turtle, and column 1 breaks its rules
              fix: correct the line, or the statement that ends there""");
  }

  @Test
  void reportsAFileWithoutService() throws IOException {
    assertThat(problem(""))
        .hasMessage(
            """
            server.ttl: error: there is no service in it
              why: what is served is of the type 'fuseki:Service'
              fix: describe a service with its name, its endpoint and its dataset""");
  }

  @Test
  void reportsAWrongBound() throws IOException {
    assertThat(problem(PREFIXES + SERVICE + DATABASE + bound("scokg:rowsPerAnswer", "many")))
        .hasMessage(
            """
            server.ttl: error: the setting scokg:rowsPerAnswer is 'many'
              why: it is a whole number from 1 to 2147483647
              fix: correct it, or remove it so that its default holds""");
  }

  @Test
  void reportsASettingThatThereIsNot() throws IOException {
    assertThat(problem(PREFIXES + SERVICE + DATABASE + bound("scokg:rowsPerAnsewr", "5")))
        .hasMessage(
            """
            server.ttl: error: there is no setting 'scokg:rowsPerAnsewr'
              why: a setting that is not understood would have no effect
              fix: write 'scokg:rowsPerAnswer'""");
    assertThat(problem(PREFIXES + SERVICE + DATABASE + bound("scokg:colour", "5")))
        .hasMessageContaining("fix: remove it; docs/run.md lists all settings");
  }

  @Test
  void reportsAProxyThatIsNoAddress() throws IOException {
    assertThat(
            problem(PREFIXES + SERVICE + DATABASE + bound("scokg:trustedProxies", "::1 localhost")))
        .hasMessage(
            """
            server.ttl: error: 'localhost' is not the address of a proxy
              why: scokg:trustedProxies lists who may say for whom they ask
              fix: write for example "127.0.0.1 ::1"; spaces part several""");
  }

  private static String bound(String name, String value) {
    return ":database ja:context [ ja:cxtName \"%s\" ; ja:cxtValue \"%s\" ] ."
        .formatted(name, value);
  }

  @Test
  void reportsWhatIsDescribedForNothing() throws IOException {
    assertThat(
            problem(
                PREFIXES
                    + SERVICE
                    + DATABASE
                    + "[] a fuseki:Server ; fuseki:services ( :service ) .\n"
                    + ":other a fuseki:Servise .\n"))
        .hasMessage(
            """
            server.ttl: error: <#other> is described, but nothing leads to it
              why: services are read, with the endpoints, datasets and contexts they name
              fix: name it where it belongs, or remove it
            server.ttl: error: a blank node is described, but nothing leads to it
              why: services are read, with the endpoints, datasets and contexts they name
              fix: name it where it belongs, or remove it""");
  }

  @Test
  void reportsMisspeltAndUnsupportedProperties() throws IOException {
    assertThat(
            problem(
                PREFIXES
                    + SERVICE.replace("fuseki:name", "fuseki:nam")
                    + DATABASE.replace(
                        " .", "; tdb2:unionGraph true ; fuseki:allowedUsers 'me' .")))
        .hasMessage(
            """
            server.ttl: error: <#database> has the property 'fuseki:allowedUsers', which is not understood
              why: what is understood here: tdb2:location, tdb2:unionDefaultGraph, ja:context
              fix: remove it
            server.ttl: error: <#database> has the property 'tdb2:unionGraph', which is not understood
              why: what is understood here: tdb2:location, tdb2:unionDefaultGraph, ja:context
              fix: remove it
            server.ttl: error: <#service> has 0 values of 'fuseki:name'
              why: it needs exactly one
              fix: add it
            server.ttl: error: <#service> has the property 'fuseki:nam', which is not understood
              why: what is understood here: fuseki:name, fuseki:endpoint, fuseki:dataset
              fix: write 'fuseki:name'""");
  }

  @Test
  void refusesEveryOperationButQueries() throws IOException {
    assertThat(problem(PREFIXES + SERVICE.replace("fuseki:query", "fuseki:update") + DATABASE))
        .hasMessage(
            """
            server.ttl: error: an endpoint of <#service> offers 'fuseki:update'
              why: what is published never changes, so that only 'fuseki:query' is served
              fix: remove the endpoint""");
  }

  @Test
  void refusesDatasetsThatAreNotBuilds() throws IOException {
    assertThat(
            problem(PREFIXES + SERVICE + DATABASE.replace("tdb2:DatasetTDB2", "ja:MemoryDataset")))
        .hasMessage(
            """
            server.ttl: error: <#database> is not of the type 'tdb2:DatasetTDB2'
              why: builds are TDB2 databases, and nothing else is served
              fix: write: a tdb2:DatasetTDB2""");
  }

  @Test
  void reportsEveryPartThatIsMissing() throws IOException {
    assertThat(problem(PREFIXES + ":service a fuseki:Service ; fuseki:dataset :databse ."))
        .hasMessage(
            """
            server.ttl: error: 'fuseki:dataset' of <#service> is <#databse>, of which nothing is said
              why: it must be described in this file
              fix: describe it, or correct its name
            server.ttl: error: <#service> has 0 values of 'fuseki:name'
              why: it needs exactly one
              fix: add it
            server.ttl: error: <#service> has no 'fuseki:endpoint'
              why: without one nothing can be asked of it
              fix: add: fuseki:endpoint [ fuseki:operation fuseki:query ]""");
  }

  @Test
  void reportsALocationThatIsNoString() throws IOException {
    assertThat(problem(PREFIXES + SERVICE + DATABASE.replace("\"builds/current/database\"", "<x>")))
        .hasMessage(
            """
            server.ttl: error: 'tdb2:location' of <#database> is not a string
              why: it is a name or a path
              fix: write it in quotation marks""");
  }

  @Test
  void reportsANameThatIsNoPath() throws IOException {
    assertThat(problem(PREFIXES + SERVICE.replace("\"sparql\"", "\"/\"") + DATABASE))
        .hasMessage(
            """
            server.ttl: error: '/' cannot be the name of a service
              why: it is a path on the server: letters, digits, '-' and '_', parted by '/'
              fix: write for example "sparql\"""");
  }

  @Test
  void reportsTwoServicesOfOneName() throws IOException {
    assertThat(problem(PREFIXES + SERVICE + SERVICE.replace(":service", ":other") + DATABASE))
        .hasMessage(
            """
            server.ttl: error: two services have the name 'sparql'
              why: the name is the path at which a service is found
              fix: give one of them another name""");
  }

  @Test
  void reportsATimeoutThatIsNoTime() throws IOException {
    assertThat(
            problem(
                PREFIXES
                    + SERVICE
                    + DATABASE
                    + ":database ja:context"
                    + " [ ja:cxtName 'arq:queryTimeout' ; ja:cxtValue '10 seconds' ] ."))
        .hasMessage(
            """
            server.ttl: error: the query timeout '10 seconds' is not a time
              why: it is a number of milliseconds, or two: to the first row, and in all
              fix: write for example "10000,30000\"""");
  }

  @Test
  void reportsANumberThatIsNone() throws IOException {
    assertThat(
            problem(
                PREFIXES
                    + SERVICE
                    + DATABASE
                    + ":database ja:context"
                    + " [ ja:cxtName 'scokg:keptBuilds' ; ja:cxtValue 'five' ] ."))
        .hasMessage(
            """
            server.ttl: error: 'five' of scokg:keptBuilds is no number
              why: it is a whole number of 1 or more
              fix: write for example "5", or remove the setting""");
  }

  @Test
  void reportsAnEndpointThatIsNoAddress() throws IOException {
    assertThat(
            problem(
                PREFIXES
                    + SERVICE
                    + DATABASE
                    + ":database ja:context [ ja:cxtName 'scokg:allowedServices' ;"
                    + " ja:cxtValue 'https://other.example/sparql query.example.org' ] ."))
        .hasMessage(
            """
            server.ttl: error: 'query.example.org' is not the address of an endpoint
              why: queries may ask the endpoints of scokg:allowedServices, each named in full
              fix: write for example "https://query.example.org/sparql"; spaces part several""");
  }

  @Test
  void readsHowTheServerIsToBeOperated() throws IOException {
    Database database =
        read(PREFIXES
                + SERVICE
                + DATABASE
                + ":database ja:context [ ja:cxtName 'scokg:slowQuery' ; ja:cxtValue ' 250 ' ] .")
            .services()
            .get(0)
            .database();

    assertThat(OperationSettings.in(database.settings()))
        .isEqualTo(new OperationSettings(Duration.ofMillis(250), Duration.ofSeconds(30)));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"scokg:slowQuery", "scokg:stopPatience"})
  void reportsADurationThatIsNone(String setting) throws IOException {
    String set = ":database ja:context [ ja:cxtName '%s' ; ja:cxtValue 'soon' ] .";

    assertThat(problem(PREFIXES + SERVICE + DATABASE + set.formatted(setting)))
        .hasMessage(
            """
            server.ttl: error: %s is 'soon', which is not a duration
              why: it is a number of milliseconds, of at most seven digits
              fix: write for example "5000\""""
                .formatted(setting));
    assertThat(
            problem(PREFIXES + SERVICE + DATABASE + set.formatted(setting).replace("soon", "-1")))
        .isNotNull();
  }

  private ServerConfig read(String turtle) throws IOException {
    return ServerConfig.read(write(turtle), "server.ttl");
  }

  private InputException problem(String turtle) throws IOException {
    return problem(write(turtle));
  }

  private static InputException problem(Path file) {
    return catchThrowableOfType(InputException.class, () -> ServerConfig.read(file, "server.ttl"));
  }

  private Path write(String turtle) throws IOException {
    return Files.writeString(folder.resolve("server.ttl"), turtle);
  }
}
