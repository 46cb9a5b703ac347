package org.w3id.scokg.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;

/** Writes the text index of a build. */
public final class TextIndexWriter {

  private final TextIndexLucene index;
  private final EntityDefinition definition;
  private final Set<Text> written = new HashSet<>();

  private TextIndexWriter(TextIndexLucene index) {
    this.index = index;
    this.definition = index.getDocDef();
  }

  /** A text of a thing; what several facts say is indexed once. */
  private record Text(Node thing, String field, Node value) {}

  /**
   * Writes the names and descriptions of all things that have an IRI.
   *
   * @param quads the whole dataset
   * @param folder where to, which must not exist while its parent does
   */
  public static void write(Collection<Quad> quads, Path folder) throws IOException {
    try (FSDirectory files = FSDirectory.open(folder)) {
      TextIndexLucene index = new TextIndexLucene(files, Fields.config());
      try {
        new TextIndexWriter(index).add(quads);
        // One segment is read faster than many, and nothing is added later.
        index.getIndexWriter().forceMerge(1);
        index.commit();
      } finally {
        index.close();
      }
      // Nobody writes here any more.
      Files.deleteIfExists(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
    }
  }

  private void add(Collection<Quad> quads) {
    for (Quad quad : quads) {
      String field = definition.getField(quad.getPredicate());
      if (field != null && quad.getSubject().isURI() && quad.getObject().isLiteral()) {
        Text text = new Text(quad.getSubject(), field, quad.getObject());
        if (written.add(text)) {
          index.addEntity(entity(text));
        }
      }
    }
  }

  private static Entity entity(Text text) {
    Node value = text.value();
    Entity entity =
        new Entity(
            text.thing().getURI(), null, value.getLiteralLanguage(), value.getLiteralDatatype());
    entity.put(text.field(), value.getLiteralLexicalForm());
    return entity;
  }
}
