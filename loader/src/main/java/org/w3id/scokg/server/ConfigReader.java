package org.w3id.scokg.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.assembler.JA;
import org.apache.jena.fuseki.server.FusekiVocab;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.tdb2.assembler.VocabTDB2;
import org.apache.jena.vocabulary.RDF;
import org.w3id.scokg.server.ServerConfig.Database;
import org.w3id.scokg.server.ServerConfig.Service;

/**
 * Reads services out of a configuration. Fuseki's own reader passes over a misspelt property,
 * leaves out a service that it cannot build, and opens what is described as it goes.
 */
final class ConfigReader {

  private final ConfigFile file;

  ConfigReader(ConfigFile file) {
    this.file = file;
  }

  /** The services described; problems go where the file's go. */
  List<Service> services() {
    List<Service> services = new ArrayList<>();
    List<Resource> described = file.typed(FusekiVocab.fusekiService);
    for (Resource service : described) {
      service(service).ifPresent(services::add);
    }
    if (described.isEmpty()) {
      file.report(
          "there is no service in it",
          "what is served is of the type 'fuseki:Service'",
          "describe a service with its name, its endpoint and its dataset");
    }
    file.reportUnread();
    reportDoubleNames(services);
    return services;
  }

  private Optional<Service> service(Resource service) {
    file.expect(
        service, List.of(FusekiVocab.pServiceName, FusekiVocab.pEndpoint, FusekiVocab.pDataset));
    Optional<String> name = file.text(service, FusekiVocab.pServiceName).filter(this::isPath);
    Set<String> endpoints = endpoints(service);
    Optional<Database> database =
        file.one(service, FusekiVocab.pDataset)
            .filter(node -> isDescribed(node, FusekiVocab.pDataset, service))
            .flatMap(node -> database(node.asResource()));
    return name.isEmpty() || endpoints.isEmpty() || database.isEmpty()
        ? Optional.empty()
        : Optional.of(new Service(name.get(), endpoints, database.get()));
  }

  private boolean isPath(String name) {
    // Fuseki cannot serve a dataset at "/" beside anything else.
    boolean path = name.matches("[\\w-]+(/[\\w-]+)*");
    if (!path) {
      file.report(
          "'%s' cannot be the name of a service".formatted(name),
          "it is a path on the server: letters, digits, '-' and '_', parted by '/'",
          "write for example \"sparql\"");
    }
    return path;
  }

  private Set<String> endpoints(Resource service) {
    Set<String> names = new HashSet<>();
    List<RDFNode> endpoints = file.values(service, FusekiVocab.pEndpoint);
    for (RDFNode endpoint : endpoints) {
      if (isDescribed(endpoint, FusekiVocab.pEndpoint, service)) {
        endpoint(service, endpoint.asResource()).ifPresent(names::add);
      }
    }
    if (endpoints.isEmpty()) {
      file.report(
          file.show(service) + " has no 'fuseki:endpoint'",
          "without one nothing can be asked of it",
          "add: fuseki:endpoint [ fuseki:operation fuseki:query ]");
    }
    return names;
  }

  private Optional<String> endpoint(Resource service, Resource endpoint) {
    file.expect(endpoint, List.of(FusekiVocab.pOperation, FusekiVocab.pEndpointName));
    Optional<RDFNode> operation = file.one(endpoint, FusekiVocab.pOperation);
    if (operation.isPresent() && !operation.get().equals(FusekiVocab.opQuery)) {
      file.report(
          "an endpoint of %s offers '%s'".formatted(file.show(service), file.show(operation.get())),
          "what is published never changes, so that only 'fuseki:query' is served",
          "remove the endpoint");
      return Optional.empty();
    }
    return endpoint.hasProperty(FusekiVocab.pEndpointName)
        ? file.text(endpoint, FusekiVocab.pEndpointName)
        : operation.map(query -> "");
  }

  private Optional<Database> database(Resource dataset) {
    file.expect(dataset, List.of(VocabTDB2.pLocation, VocabTDB2.pUnionDefaultGraph, JA.context));
    if (!dataset.hasProperty(RDF.type, VocabTDB2.tDatasetTDB2)) {
      file.report(
          "%s is not of the type 'tdb2:DatasetTDB2'".formatted(file.show(dataset)),
          "builds are TDB2 databases, and nothing else is served",
          "write: a tdb2:DatasetTDB2");
    }
    boolean union =
        file.values(dataset, VocabTDB2.pUnionDefaultGraph).stream()
            .anyMatch(node -> node.isLiteral() && node.asLiteral().getBoolean());
    Map<String, String> settings = new SettingsReader(file).settings(contexts(dataset));
    return file.text(dataset, VocabTDB2.pLocation)
        .map(location -> new Database(location, union, settings));
  }

  private List<Resource> contexts(Resource dataset) {
    return file.values(dataset, JA.context).stream()
        .filter(node -> isDescribed(node, JA.context, dataset))
        .map(RDFNode::asResource)
        .toList();
  }

  private boolean isDescribed(RDFNode node, RDFNode property, Resource of) {
    boolean described = node.isResource() && node.asResource().listProperties().hasNext();
    if (!described) {
      file.report(
          "'%s' of %s is %s, of which nothing is said"
              .formatted(file.show(property), file.show(of), file.show(node)),
          "it must be described in this file",
          "describe it, or correct its name");
    }
    return described;
  }

  private void reportDoubleNames(List<Service> services) {
    Set<String> seen = new HashSet<>();
    for (Service service : services) {
      if (!seen.add(service.name())) {
        file.report(
            "two services have the name '%s'".formatted(service.name()),
            "the name is the path at which a service is found",
            "give one of them another name");
      }
    }
  }
}
