package org.w3id.scokg.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes statements, sorted by graph and subject, as expanded JSON-LD 1.1, one subject a line. It
 * holds nothing back, as a writer must that makes the document prettier. Not thread-safe.
 */
final class JsonLdWriter extends AbstractRDFWriter {

  private final Writer out;
  private @Nullable Resource graph;
  private @Nullable Resource subject;
  private @Nullable Value property;
  private boolean isFirst = true;

  JsonLdWriter(Writer out) {
    this.out = out;
  }

  @Override
  public RDFFormat getRDFFormat() {
    return RDFFormat.JSONLD;
  }

  @Override
  public void startRDF() {
    super.startRDF();
    write("[");
  }

  @Override
  protected void consumeStatement(Statement s) {
    if (isFirst || !Objects.equals(graph, s.getContext())) {
      endGraph();
      write(isFirst ? "\n" : ",\n");
      if (s.getContext() != null) {
        write("{\"@id\":" + id(s.getContext()) + ",\"@graph\":[\n");
      }
      graph = s.getContext();
    } else if (!s.getSubject().equals(subject)) {
      endSubject();
      write(",\n");
    }
    isFirst = false;
    if (!s.getSubject().equals(subject)) {
      write("{\"@id\":" + id(s.getSubject()));
      subject = s.getSubject();
      property = null;
    }
    value(s);
  }

  private void value(Statement s) {
    boolean isType = s.getPredicate().equals(RDF.TYPE);
    if (s.getPredicate().equals(property)) {
      write(",");
    } else {
      write((property == null ? "," : "],") + (isType ? "\"@type\"" : quoted(s.getPredicate())));
      write(":[");
      property = s.getPredicate();
    }
    write(isType ? id(s.getObject()) : value(s.getObject()));
  }

  private static String value(Value value) {
    if (!(value instanceof Literal literal)) {
      return "{\"@id\":" + id(value) + "}";
    }
    String text = "{\"@value\":" + quoted(literal.getLabel());
    if (literal.getLanguage().isPresent()) {
      return text + ",\"@language\":" + quoted(literal.getLanguage().get()) + "}";
    }
    return literal.getDatatype().equals(XSD.STRING)
        ? text + "}"
        : text + ",\"@type\":" + quoted(literal.getDatatype()) + "}";
  }

  private static String id(Value node) {
    return quoted(node instanceof BNode blank ? "_:" + blank.getID() : node.stringValue());
  }

  private static String quoted(Value value) {
    return quoted(value.stringValue());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private void endSubject() {
    if (subject != null) {
      write("]}");
      subject = null;
      property = null;
    }
  }

  private void endGraph() {
    endSubject();
    if (graph != null) {
      write("]}");
      graph = null;
    }
  }

  @Override
  public void endRDF() {
    endGraph();
    write("\n]\n");
  }

  @Override
  public void handleComment(String comment) {
    // JSON has no place for it.
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
