package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.w3id.scokg.draw.View;
import org.w3id.scokg.pages.ApiCall.Parameter;

/**
 * Describes all that the server answers besides SPARQL (OpenAPI 3.1), with examples that have an
 * answer. This is the only place that does; a test compares it with what is answered.
 */
final class ApiDescription {

  private static final String JSON_TYPE = "application/json";

  private final Content content;
  private final Visit visit;
  private final Dumps dumps;

  ApiDescription(Content content, Visit visit, Dumps dumps) {
    this.content = content;
    this.visit = visit;
    this.dumps = dumps;
  }

  Answer answer() {
    JsonObject document = new JsonObject();
    document.put("openapi", "3.1.0");
    document.put("info", info());
    JsonObject server = new JsonObject();
    server.put("url", visit.origin().isEmpty() ? "/" : visit.origin());
    JsonArray servers = new JsonArray();
    servers.add(server);
    document.put("servers", servers);
    JsonObject paths = new JsonObject();
    calls().forEach(call -> paths.put(call.path(), call.json()));
    document.put("paths", paths);
    document.put("components", components());
    return Answer.of(JSON_TYPE, JSON.toString(document) + "\n");
  }

  private JsonObject info() {
    JsonObject info = new JsonObject();
    info.put("title", Unturned.of(content.title(visit).text()));
    info.put("version", content.site().buildId());
    info.put(
        "description",
        "All that is answered besides SPARQL, which is asked for at "
            + visit.origin()
            + content.site().endpoint()
            + " and described there. Nothing needs a key; pages of any site may read all of it.");
    content
        .graphs()
        .value(NodeFactory.createURI(content.site().dataset()), DCTerms.license.asNode())
        .ifPresent(
            licence -> {
              JsonObject json = new JsonObject();
              json.put("name", "Licence of the data");
              if (licence.isURI()) {
                json.put("url", licence.getURI());
              }
              info.put("license", json);
            });
    return info;
  }

  private static JsonObject components() {
    JsonObject responses = new JsonObject();
    responses.put(
        "Problem",
        failure("What is asked for cannot be answered (RFC 9457).", "application/problem+json"));
    responses.put("Refusal", failure("What is asked for cannot be answered.", JSON_TYPE));
    JsonObject components = new JsonObject();
    components.put("responses", responses);
    return components;
  }

  private static JsonObject failure(String description, String mediaType) {
    JsonObject type = new JsonObject();
    if (!mediaType.equals(JSON_TYPE)) {
      type.put("schema", ApiCall.problem());
    }
    JsonObject types = new JsonObject();
    types.put(mediaType, type);
    JsonObject failure = new JsonObject();
    failure.put("description", description);
    failure.put("content", types);
    return failure;
  }

  /** All of it. */
  List<ApiCall> calls() {
    return Stream.of(things(), finding(), drawn(), dataset(), service())
        .flatMap(List::stream)
        .toList();
  }

  private List<ApiCall> things() {
    Parameter slug = Parameter.path("slug", "The identifier of an entity.", entity());
    Optional<String[]> sample = fact();
    Parameter source =
        Parameter.path("source", "The identifier of a source.", sample.map(f -> f[0]).orElse(""));
    Parameter fact =
        Parameter.path("fact", "The identifier of a fact in it.", sample.map(f -> f[1]).orElse(""));
    List<ApiCall> calls = new ArrayList<>();
    for (String kind : List.of("{slug}", "fact/{source}/{fact}", "source/{source}")) {
      Parameter[] parts =
          kind.startsWith("{")
              ? new Parameter[] {slug}
              : kind.startsWith("fact") ? new Parameter[] {source, fact} : new Parameter[] {source};
      String what = kind.startsWith("{") ? "an entity" : "a " + kind.replaceAll("/.*", "");
      calls.add(
          ApiCall.seeOther(
              (kind.startsWith("{") ? "/id/" : "/") + kind,
              "Leads to a page or to data about " + what + ", by what the client takes.",
              parts));
      calls.add(ApiCall.page("/page/" + kind, "A page about " + what + ".", parts));
      calls.add(
          ApiCall.seeOther("/data/" + kind, "Leads to data about " + what + " in a form.", parts));
      for (Representation form : Representation.DATA) {
        calls.add(
            ApiCall.of(
                "/data/" + kind + "." + form.extension(),
                form == Representation.JSON
                    ? "All about " + what + " as a tree in the terms of /context.jsonld."
                    : "What is known about " + what + ".",
                List.of(form.mediaType()),
                parts));
      }
    }
    return calls;
  }

  private List<ApiCall> finding() {
    Parameter text = Parameter.optional("q", "A name, its beginning, or words.", name());
    List<String> queries = StoredQuery.all(content).stream().map(StoredQuery::name).toList();
    String query = queries.isEmpty() ? "" : queries.get(0);
    return List.of(
        ApiCall.page("/", "What the graph is about and holds."),
        ApiCall.page(
            "/search",
            "Things by name, by words of their description, or by class.",
            text,
            Parameter.optional("type", "The IRI of a class, instead of a text.", ""),
            Parameter.optional("from", "How many are passed over.", "")),
        ApiCall.of(
            "/suggest",
            "Names for what is being typed (OpenSearch Suggestions).",
            List.of("application/x-suggestions+json"),
            text),
        ApiCall.of(
            "/opensearch.xml",
            "What tells a browser how to search here.",
            List.of("application/opensearchdescription+xml")),
        ApiCall.page("/queries", "The questions that come with the graph."),
        ApiCall.page(
            "/query/{name}",
            "A question with its answer.",
            Parameter.path("name", "What the question is called.", query)));
  }

  /** What the graph has questions for. */
  private List<ApiCall> drawn() {
    return Stream.of(View.values())
        .filter(view -> !content.views().of(view, content).isEmpty())
        .map(
            view ->
                ApiCall.page(
                    view.path(),
                    "What questions of the view '" + view.title() + "' are answered with, drawn."))
        .toList();
  }

  private List<ApiCall> dataset() {
    List<String> forms = Representation.DOCUMENTS.stream().map(Representation::mediaType).toList();
    List<ApiCall> calls = new ArrayList<>();
    calls.add(ApiCall.of("/dataset", "The description of the dataset (DCAT, VoID).", forms));
    calls.add(ApiCall.of("/ontology", "The ontology, with its reference for readers.", forms));
    for (Representation form : Representation.RDF) {
      List<String> type = List.of(form.mediaType());
      calls.add(
          ApiCall.of("/dataset." + form.extension(), "The description of the dataset.", type));
      calls.add(ApiCall.of("/ontology." + form.extension(), "The ontology.", type));
    }
    String file =
        dumps.files().stream()
            .filter(dump -> dump.content().isPresent())
            .map(Dumps.File::name)
            .findFirst()
            .orElse("");
    calls.addAll(
        List.of(
            ApiCall.seeOther("/.well-known/void", "Leads to the description of the dataset."),
            ApiCall.of(
                "/context.jsonld",
                "The names of the ontology's terms for JSON-LD.",
                List.of("application/ld+json")),
            ApiCall.of(
                "/terms.json",
                "The prefixes, classes and properties that a query may name, for completion.",
                List.of(JSON_TYPE)),
            ApiCall.seeOther("/dumps", "Leads to the list of dumps."),
            ApiCall.page("/dumps/", "The files that hold the whole graph."),
            ApiCall.of(
                "/dumps/{file}",
                "A dump, or a range of its bytes.",
                List.of("application/gzip"),
                Parameter.path("file", "What it is called.", file)),
            ApiCall.page("/cite", "How to cite the dataset."),
            ApiCall.of("/cite.bib", "The same for BibTeX.", List.of("application/x-bibtex")),
            ApiCall.of(
                "/CITATION.cff", "The same as a Citation File Format file.", List.of("text/yaml")),
            ApiCall.of(
                "/feed.atom", "The builds that were published.", List.of("application/atom+xml")),
            ApiCall.of("/openapi.json", "This description.", List.of(JSON_TYPE))));
    return calls;
  }

  /** What others of this server answer. */
  private List<ApiCall> service() {
    List<String> json = List.of(JSON_TYPE);
    String name = name();
    String batch = "{\"q0\":{\"query\":" + JSON.toStringFlat(new JsonString(name)) + "}}";
    return List.of(
        ApiCall.of(
            "/reconcile",
            "The manifest of the reconciliation service (API 0.2); with 'queries', the candidates.",
            json,
            Parameter.optional("queries", "A batch of queries as JSON; may be posted.", batch),
            Parameter.optional("extend", "Instead: which properties of which things; JSON.", "")),
        ApiCall.of(
            "/reconcile/properties",
            "Properties that things of a class have.",
            json,
            Parameter.optional("type", "The identifier of a class.", ""),
            Parameter.optional("limit", "How many at most.", "")),
        suggestion("entity", "things", json, name),
        suggestion("type", "classes", json, name),
        suggestion("property", "properties", json, name),
        ApiCall.of(
            "/reconcile/preview",
            "A thing in a small frame.",
            List.of("text/html"),
            Parameter.required("id", "The identifier of a thing.", entity())),
        ApiCall.of("/health/live", "That the process answers.", json),
        ApiCall.of("/health/ready", "That the database answers, and from which build.", json));
  }

  private static ApiCall suggestion(String kind, String named, List<String> json, String prefix) {
    return ApiCall.of(
        "/reconcile/suggest/" + kind,
        "Names of " + named + " that begin as a text.",
        json,
        Parameter.required("prefix", "The beginning of a name.", prefix),
        Parameter.optional("cursor", "How many are passed over.", ""));
  }

  private String entity() {
    List<String> all = content.names().first(1);
    return all.isEmpty() ? "" : all.get(0).substring(content.site().entitySpace().length());
  }

  private String name() {
    List<String> all = content.names().first(1);
    return all.isEmpty()
        ? "a"
        : Unturned.of(content.label(NodeFactory.createURI(all.get(0)), visit).cut(40).text())
            .replaceAll("[…\uFFFD]", " ")
            .strip();
  }

  /** The identifiers of a source and of a fact that was taken from it. */
  private Optional<String[]> fact() {
    String space = content.site().base() + "fact/";
    return content.sources().named().stream()
        .filter(iri -> iri.startsWith(space))
        .map(iri -> iri.substring(space.length()).split("/", -1))
        .filter(parts -> parts.length == 2)
        .findFirst();
  }
}
