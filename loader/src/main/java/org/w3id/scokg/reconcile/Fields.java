package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * The documents of an index of names, and their fields. An entity is a document, and its names are
 * those that follow it; each class or property is one, and one has the {@link Classes} of entities.
 */
final class Fields {

  /** The IRI of an entity. */
  static final String ENTITY = "entity";

  /** The IRIs of an entity's classes, and {@link #ANY}. */
  static final String CLASS = "class";

  /** What stands among the classes of each entity. */
  static final String ANY = "";

  /** The IRI of a class or property. */
  static final String TERM = "term";

  /** What stands in the field {@link #CLASSES} of the one document that has the classes. */
  static final String CLASSES = "classes";

  /** All that is known of an entity, a class or property, or the classes, in bytes. */
  static final String PACKED = "packed";

  static final String TRIGRAMS = "trigrams";
  static final String JOINED = "joined";
  static final String INITIALS = "initials";
  static final String WORDS = "words";

  /** The classes of the entity that has a name. */
  static final String TYPE = "type";

  /** How many documents before that of a name there is that of its entity. */
  static final String BACK = "back";

  /** What is longer is no term of an index. */
  private static final int LONGEST_TERM = 30_000;

  private Fields() {}

  /** Writes what is packed. */
  interface Packing {

    /** Writes it. */
    void write(DataOutput out) throws IOException;
  }

  /** The documents of an entity: its own, and one for each of its names. */
  static List<Document> block(Entity entity, Packing packing) throws IOException {
    List<Document> block = new ArrayList<>();
    block.add(entity(entity, packing));
    for (Name name : entity.names()) {
      block.add(name(block.size(), name, entity));
    }
    return block;
  }

  private static Document entity(Entity entity, Packing packing) throws IOException {
    Document document = packed(ENTITY, entity.iri(), packing);
    document.add(new StringField(CLASS, ANY, Store.NO));
    for (String type : new TreeSet<>(entity.types())) {
      document.add(new StringField(CLASS, type, Store.NO));
    }
    return document;
  }

  private static Document name(int back, Name name, Entity of) {
    Document document = new Document();
    document.add(new TextField(TRIGRAMS, String.join(" ", trigrams(name.latin())), Store.NO));
    document.add(new StringField(JOINED, joined(name.latin()), Store.NO));
    document.add(new TextField(WORDS, name.latin(), Store.NO));
    for (String initials : new TreeSet<>(name.initials())) {
      document.add(new StringField(INITIALS, cut(initials), Store.NO));
    }
    for (String type : new TreeSet<>(of.types())) {
      document.add(new StringField(TYPE, type, Store.NO));
    }
    document.add(new NumericDocValuesField(BACK, back));
    return document;
  }

  /** A document with something in bytes. */
  static Document packed(String field, String value, Packing packing) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    packing.write(out);
    Document document = new Document();
    document.add(new StringField(field, value, Store.NO));
    document.add(new BinaryDocValuesField(PACKED, new BytesRef(out.toArrayCopy())));
    return document;
  }

  /** The runs of three letters of a name, in which a low line stands for what begins a word. */
  static Set<String> trigrams(String latin) {
    String padded = "_" + latin.replace(' ', '_') + "_";
    Set<String> trigrams = new LinkedHashSet<>();
    for (int i = 0; i + 3 <= padded.length(); i++) {
      trigrams.add(padded.substring(i, i + 3));
    }
    return trigrams;
  }

  static String joined(String latin) {
    return cut(latin.replace(" ", ""));
  }

  private static String cut(String latin) {
    return latin.length() <= LONGEST_TERM ? latin : latin.substring(0, LONGEST_TERM);
  }
}
