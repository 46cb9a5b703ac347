package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an index of names; {@link Fields} tells what they have. Safe for use by many
 * threads.
 *
 * @param reader of the index
 */
record Documents(IndexReader reader) {

  /** Makes of bytes what they tell. */
  interface Unpacking<T> {

    /** Reads it. */
    T from(DataInput in) throws IOException;
  }

  /** The first document that has a value in a field. */
  OptionalInt find(String field, String value) {
    try {
      PostingsEnum found = having(field, value);
      return found == null ? OptionalInt.empty() : OptionalInt.of(found.nextDoc());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many documents have a value in a field. */
  int count(String field, String value) {
    try {
      return reader.docFreq(new org.apache.lucene.index.Term(field, value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is packed in a document. */
  <T> T read(int document, Unpacking<T> unpacking) {
    try {
      return unpacking.from(packed(packed(), document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Hands over what is packed in the documents that have a value in a field, in their order.
   *
   * @param from how many are passed over
   * @param most how many at most
   */
  <T> void each(
      String field, String value, int from, int most, Unpacking<T> unpacking, Consumer<T> taker) {
    try {
      PostingsEnum found = having(field, value);
      if (found == null) {
        return;
      }
      BinaryDocValues values = packed();
      long end = (long) from + most;
      for (long i = 0; i < end && next(found); i++) {
        if (i >= from) {
          taker.accept(unpacking.from(packed(values, found.docID())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean next(PostingsEnum found) throws IOException {
    return found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS;
  }

  /** The document of the entity that has a name. */
  int entity(int name) {
    try {
      NumericDocValues back = MultiDocValues.getNumericValues(reader, Fields.BACK);
      if (back == null || !back.advanceExact(name)) {
        throw new IllegalStateException("Bug: a name of no entity");
      }
      return name - (int) back.longValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable PostingsEnum having(String field, String value) throws IOException {
    return MultiTerms.getTermPostingsEnum(reader, field, new BytesRef(value), PostingsEnum.NONE);
  }

  private BinaryDocValues packed() throws IOException {
    BinaryDocValues values = MultiDocValues.getBinaryValues(reader, Fields.PACKED);
    if (values == null) {
      throw new IOException("the index of names has nothing in it");
    }
    return values;
  }

  private static DataInput packed(BinaryDocValues values, int document) throws IOException {
    if (!values.advanceExact(document)) {
      throw new IOException("document " + document + " of the index of names has nothing in it");
    }
    BytesRef bytes = values.binaryValue();
    return new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
  }
}
