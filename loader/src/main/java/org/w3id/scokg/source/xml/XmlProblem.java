package org.w3id.scokg.source.xml;

import java.util.Collection;
import java.util.TreeSet;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.facts.Table;
import org.w3id.scokg.source.BadReference;

/** The words for what can be wrong with an XML document or a path into it. */
final class XmlProblem {

  private XmlProblem() {}

  static BadReference notXPath(String path, String reason) {
    return new BadReference(
        "'" + path + "' is not an XPath: " + reason,
        "the records of XML and what they hold are found by XPath 1.0",
        "correct the path; a plain one is names with / between them, or @ and an attribute");
  }

  static BadReference undeclaredPrefix(String path, String prefix, Collection<String> declared) {
    return new BadReference(
        "the prefix '" + prefix + "' in '" + path + "' is not declared",
        declared.isEmpty()
            ? "the reference formulation declares no namespace"
            : "the reference formulation declares " + String.join(", ", new TreeSet<>(declared)),
        "declare it with rml:namespace, or correct the prefix");
  }

  static BadReference variable(String path, String variable) {
    return new BadReference(
        "'$" + variable + "' in '" + path + "' is a variable",
        "a mapping gives no XPath variables",
        "write the value out");
  }

  static BadReference noNodes(String path) {
    return new BadReference(
        "'" + path + "' finds no elements but a value",
        "an iterator finds the records, each an element",
        "take the path to the elements, and leave the function to a reference");
  }

  static Diagnostic empty(Location place) {
    return new Diagnostic(
        place,
        "the document is empty",
        "an XML document is one element that holds all others",
        "write the document, or remove the file and the mapping that reads it");
  }

  static Diagnostic malformed(Location place, String reason) {
    return new Diagnostic(
        place,
        "the XML is malformed: " + reason,
        "a source that is read as XML is well-formed, from its first character to its last",
        "correct the markup there; what comes after it was not read");
  }

  static Diagnostic unknownEncoding(Location place, String encoding) {
    return new Diagnostic(
        place,
        "the encoding '" + encoding + "' is not known",
        "the document declares it, and its characters are read by it",
        "correct the declaration, or save the file as UTF-8");
  }

  static Diagnostic wrongEncoding(Location place, String encoding) {
    return new Diagnostic(
        place,
        "the document is not in the encoding '" + encoding + "' that it declares",
        "its characters are read by its declaration, and that cannot be read by itself",
        "correct the declaration, or save the file as UTF-8");
  }

  static Diagnostic declarations(Location place) {
    return new Diagnostic(
        place,
        "the document brings its own declarations",
        "they can name other files and swell without end, so a DOCTYPE with [...] is not read",
        "remove the part in brackets, and write out what it declares");
  }

  static Diagnostic entity(Location place, String entity) {
    return new Diagnostic(
        place,
        "the entity '&" + entity + ";' is not known",
        "no DTD is read, so a document has the five entities of XML: amp, lt, gt, quot and apos",
        "write the character itself, or its number as in &#160;");
  }

  static Diagnostic tooDeep(Location place, int limit) {
    return new Diagnostic(
        place,
        String.format("elements are nested more than %,d deep", limit),
        "no more can be followed, and a sound document needs a few",
        "look for end tags that are missing");
  }

  static Diagnostic longValue(Location place, String reference) {
    return new Diagnostic(
        place,
        String.format("'%s' holds more than %,d characters", reference, Table.CELL_LIMIT),
        "a value of a record is no longer than that",
        "shorten it, or refer to an element within");
  }

  static Diagnostic longRecord(Location place, int limit) {
    return new Diagnostic(
        place,
        String.format("the record holds more than %,d characters", limit),
        "a record is held in memory as a whole",
        "let the iterator find smaller elements");
  }

  static Diagnostic longDocument(Location place, long bytes) {
    return new Diagnostic(
        place,
        String.format("the document takes more than %,d MB of memory", bytes >> 20),
        "the XPath of the records or of a value looks beyond them, so all of it is held",
        "use paths that stay within a record, or give Java more memory by -Xmx");
  }

  static Diagnostic failing(Location place, String reference, String reason) {
    return new Diagnostic(
        place,
        "'" + reference + "' cannot be evaluated: " + reason,
        "the XPath is sound, and fails on this document",
        "use a simpler path");
  }
}
