package org.w3id.scokg.link;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.OWL;
import org.eclipse.rdf4j.model.vocabulary.PROV;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.rio.RDFHandler;

/**
 * Says in RDF what a mapping set says of itself and of its mappings (SSSOM, "RDF serialisation").
 *
 * @param set the set
 * @param handler what takes the statements
 * @param graph the named graph they are in
 */
record SetDescription(MappingSet set, RDFHandler handler, IRI graph) {

  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
  private static final String SSSOM = Prefixes.SSSOM;

  /** The slots that have a property of another vocabulary; the others have one of SSSOM's own. */
  private static final Map<String, IRI> PROPERTIES =
      Map.ofEntries(
          Map.entry("author_id", VALUES.createIRI("http://purl.org/pav/authoredBy")),
          Map.entry("creator_id", DCTERMS.CREATOR),
          Map.entry("license", DCTERMS.LICENSE),
          Map.entry("mapping_date", DCTERMS.CREATED),
          Map.entry("publication_date", DCTERMS.ISSUED),
          Map.entry("mapping_set_title", DCTERMS.TITLE),
          Map.entry("mapping_set_description", DCTERMS.DESCRIPTION),
          Map.entry("mapping_set_source", PROV.WAS_DERIVED_FROM),
          Map.entry("mapping_set_version", OWL.VERSIONINFO),
          Map.entry("see_also", RDFS.SEEALSO),
          Map.entry("comment", RDFS.COMMENT));

  void run() {
    IRI id = VALUES.createIRI(set.id());
    say(id, RDF.TYPE, VALUES.createIRI(SSSOM, "MappingSet"));
    say(id, DCTERMS.LICENSE, VALUES.createIRI(set.license()));
    slots(id, set.slots());
    for (Mapping mapping : set.asserted()) {
      IRI name = name(mapping);
      say(id, VALUES.createIRI(SSSOM, "mappings"), name);
      say(name, RDF.TYPE, OWL.AXIOM);
      say(name, OWL.ANNOTATEDSOURCE, mapping.subject());
      say(name, OWL.ANNOTATEDPROPERTY, mapping.predicate());
      say(name, OWL.ANNOTATEDTARGET, mapping.object());
      slots(name, mapping.slots());
    }
  }

  private void slots(IRI subject, Map<String, List<Value>> slots) {
    new TreeMap<>(slots)
        .forEach(
            (slot, values) -> {
              IRI property = PROPERTIES.getOrDefault(slot, VALUES.createIRI(SSSOM, slot));
              values.forEach(value -> say(subject, property, value));
            });
  }

  /** A name that depends on nothing but what is mapped, so that it outlives edits of the file. */
  private IRI name(Mapping mapping) {
    String terms = mapping.subject() + " " + mapping.predicate() + " " + mapping.object();
    return VALUES.createIRI(set.id() + "#" + DigestUtils.sha256Hex(terms).substring(0, 16));
  }

  private void say(IRI subject, IRI predicate, Value object) {
    handler.handleStatement(VALUES.createStatement(subject, predicate, object, graph));
  }
}
