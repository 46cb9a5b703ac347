package org.w3id.scokg.rml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.Resource;
import org.w3id.scokg.rml.TriplesMap.JoinCondition;
import org.w3id.scokg.rml.TriplesMap.RefObjectMap;

/**
 * The parents of the joins of a run. Those that are joined on the same values are indexed once.
 *
 * @param <T> the form of a term
 */
final class JoinIndexes<T> implements AutoCloseable {

  /** Makes the index of the parents of a referencing object map. */
  @FunctionalInterface
  interface Maker<T> {
    JoinIndex<T> make(RefObjectMap reference, List<Expression> keys);
  }

  private record Key(Resource parent, List<Expression> keys) {

    /** See {@link LogicalSource.Key#hashCode}. */
    @Override
    public int hashCode() {
      return parent.hashCode();
    }
  }

  private final Map<Key, JoinIndex<T>> indexes = new LinkedHashMap<>();
  private final Maker<T> maker;

  JoinIndexes(Maker<T> maker) {
    this.maker = maker;
  }

  /** The index for a referencing object map, made when it is first asked for. */
  JoinIndex<T> of(RefObjectMap reference) {
    List<Expression> keys = reference.conditions().stream().map(JoinCondition::parent).toList();
    Key key = new Key(reference.parent(), keys);
    JoinIndex<T> known = indexes.get(key);
    if (known == null) {
      known = maker.make(reference, keys);
      indexes.put(key, known);
    }
    return known;
  }

  @Override
  public void close() {
    indexes.values().forEach(JoinIndex::close);
  }
}
