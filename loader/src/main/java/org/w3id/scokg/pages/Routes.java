package org.w3id.scokg.pages;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** Leads from a path to what answers it. It is used within a read transaction. */
final class Routes {

  /** Where the dumps are. */
  static final String DUMPS = "/dumps/";

  /** Where questions are, each with its answer. */
  static final String QUERY = "/query/";

  private static final String PAGE = "/page/";
  private static final String DATA = "/data/";

  private final Content content;
  private final Dumps dumps;
  private final Figures figures;
  private final Documents documents;
  private final QueryPages queries;
  private final BuildFeed feed;
  private final FramedDocuments framed;
  private final Assets editor = EditorFiles.load();
  private final ViewPages views;

  Routes(Content content, Dumps dumps, Supplier<List<Path>> builds) {
    this.content = content;
    this.dumps = dumps;
    this.figures = Figures.of(content.site().build());
    this.documents = new Documents(content);
    this.queries = new QueryPages(content);
    this.framed = new FramedDocuments(content);
    this.feed = new BuildFeed(content, dumps, builds);
    this.views = new ViewPages(content);
  }

  /**
   * Answers a request.
   *
   * @param accept which forms the client takes; {@code null} if it does not say
   * @throws Problem if there is no answer
   */
  Answer answer(Visit visit, @Nullable String accept) {
    String path = visit.path();
    if (path.equals(content.site().endpoint())) {
      return new EditorPage(content, visit, editor).answer();
    }
    return switch (path) {
      case "/" -> new HomePage(content, visit, figures).answer();
      case "/search" -> new SearchPage(content, visit).answer();
      case "/suggest" -> new SearchSuggestions(content, visit).answer();
      case "/opensearch.xml" -> new SearchSuggestions(content, visit).description();
      case "/openapi.json" -> new ApiDescription(content, visit, dumps).answer();
      case "/feed.atom" -> feed.answer(visit);
      case "/queries" -> queries.list(visit);
      case "/map", "/timeline", "/network", "/figures" -> views.answer(path, visit);
      case "/ontology", "/dataset" ->
          inPlace(path, visit, choose(visit, accept, Representation.DOCUMENTS, path));
      case "/.well-known/void" -> Answer.seeOther(visit.href("/dataset"));
      case "/dumps" -> Answer.seeOther(visit.href(DUMPS));
      case DUMPS -> new DumpsPage(content, visit, dumps).answer();
      case "/terms.json" -> new Completion(content, visit).answer();
      case "/context.jsonld" -> new JsonLdContext(content).answer();
      case "/cite" -> new CitePage(content, visit).answer();
      case "/cite.bib" -> Answer.of("application/x-bibtex", new CitePage(content, visit).bibtex());
      case "/CITATION.cff" -> Answer.of("text/yaml", new CitePage(content, visit).cff());
      default -> below(visit, accept);
    };
  }

  private Answer below(Visit visit, @Nullable String accept) {
    String path = visit.path();
    int slash = path.indexOf('/', 1);
    String kind = slash < 0 ? path : path.substring(1, slash);
    String rest = slash < 0 ? "" : path.substring(slash + 1);
    if (rest.isEmpty()) {
      return file(visit);
    }
    return switch (kind) {
      case "id", "fact", "source" -> identifier(Addresses.name(kind, rest), visit, accept);
      case "page" -> new ThingPage(content, visit, thing(rest, visit)).answer(DATA + rest);
      case "data" -> data(rest, visit, accept);
      case "query" -> queries.one(rest, visit);
      default -> file(visit);
    };
  }

  /** The ontology and the dataset as files, and the files that pages need. */
  private Answer file(Visit visit) {
    String path = visit.path();
    Optional<Answer> asset = content.assets().at(path).or(() -> editor.at(path));
    if (asset.isPresent()) {
      return asset.get();
    }
    Optional<Representation> form = Representation.ofPath(path);
    for (String document : List.of("/ontology", "/dataset")) {
      if (form.isPresent()
          && form.get() != Representation.JSON
          && path.equals(document + "." + form.get().extension())) {
        return inPlace(document, visit, form.get());
      }
    }
    throw new Problem(404, visit.word("problem.path", Addresses.decode(path)));
  }

  /** A thing is not a document: its identifier leads to one. */
  private Answer identifier(String name, Visit visit, @Nullable String accept) {
    Optional<Node> thing = find(name);
    Optional<Representation> form = Representation.ofPath(name);
    if (thing.isEmpty() && form.isPresent()) {
      String bare = bare(name, form.get());
      thing(bare, visit);
      return lead(bare, form.get(), visit);
    }
    thing(name, visit);
    return lead(name, choose(visit, accept, Representation.ALL, DATA + name), visit);
  }

  private static Answer lead(String name, Representation form, Visit visit) {
    String target =
        form == Representation.HTML ? PAGE + name : DATA + name + "." + form.extension();
    return Answer.seeOther(visit.href(target))
        .header("Vary", "Accept")
        .header("Link", Layout.links(DATA + name));
  }

  private Answer data(String name, Visit visit, @Nullable String accept) {
    Optional<Representation> form = Representation.ofPath(name);
    if (form.isEmpty()) {
      thing(name, visit);
      return Negotiation.choose(accept, Representation.DATA)
          .map(chosen -> lead(name, chosen, visit))
          .orElseThrow(() -> notAcceptable(visit, Representation.DATA, DATA + name));
    }
    String bare = bare(name, form.get());
    if (form.get() == Representation.HTML) {
      return lead(bare, Representation.HTML, visit);
    }
    Node thing = thing(bare, visit);
    if (form.get() == Representation.JSON) {
      return framed.about(thing, visit);
    }
    return documents
        .about(thing, form.get())
        .header("Vary", "Accept-Encoding")
        .header("Link", "<" + Addresses.encode(thing.getURI()) + ">; rel=\"describes\"");
  }

  private static String bare(String name, Representation form) {
    return name.substring(0, name.length() - form.extension().length() - 1);
  }

  /** The ontology and the dataset are documents themselves. */
  private Answer inPlace(String document, Visit visit, Representation form) {
    boolean isOntology = document.equals("/ontology");
    if (form == Representation.HTML) {
      return isOntology
          ? new OntologyPage(content, visit).answer()
          : new DatasetPage(content, visit, dumps, figures).answer();
    }
    Answer answer =
        isOntology
            ? documents.graph("ontology", Set.of(), form)
            : documents.graph(
                "dataset",
                new DatasetDescription(content, dumps, figures).triples(visit.origin()),
                form);
    return answer
        .header("Vary", "Accept")
        .header("Link", Layout.links(document))
        .header("Content-Location", document + "." + form.extension());
  }

  private static Representation choose(
      Visit visit, @Nullable String accept, List<Representation> offered, String document) {
    return Negotiation.choose(accept, offered)
        .orElseThrow(() -> notAcceptable(visit, offered, document));
  }

  private static Problem notAcceptable(Visit visit, List<Representation> offered, String document) {
    String types = String.join(", ", offered.stream().map(Representation::mediaType).toList());
    return new Problem(
        406,
        visit.word("problem.accept", types),
        Representation.RDF.stream()
            .map(form -> new Problem.Way(document + "." + form.extension(), form.mediaType()))
            .toList());
  }

  private Node thing(String name, Visit visit) {
    return find(name).orElseThrow(() -> new Nearby(content, visit).problem(name));
  }

  private Optional<Node> find(String name) {
    return content.addresses().iris(name).stream()
        .map(NodeFactory::createURI)
        .filter(node -> content.graphs().describes(node) || content.graphs().isGraph(node))
        .findFirst();
  }
}
