package org.w3id.scokg.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuadSetTest {

  private static final Set<Role> ASSERTED = Set.of(Role.ASSERTED);

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }

  private static Triple triple(String subject, String predicate, String object) {
    return Triple.create(iri(subject), iri(predicate), iri(object));
  }

  private static Quad quad(String graph, String subject, String predicate, String object) {
    return Quad.create(iri(graph), triple(subject, predicate, object));
  }

  @Test
  void holdsEachQuadOnceInTheOrderOfItsComing() {
    QuadSet quads = new QuadSet();
    assertThat(quads.add(quad("g", "z", "p", "a"))).isTrue();
    assertThat(quads.add(quad("g", "a", "p", "z"))).isTrue();
    assertThat(quads.add(quad("g", "z", "p", "a"))).isFalse();
    assertThat(quads.add(quad("h", "z", "p", "a"))).isTrue();

    assertThat(quads)
        .containsExactly(
            quad("g", "z", "p", "a"), quad("g", "a", "p", "z"), quad("h", "z", "p", "a"));
    assertThat(quads.triples(ASSERTED).find().toList())
        .containsExactly(triple("z", "p", "a"), triple("a", "p", "z"));
  }

  @Test
  void keepsOneOfEqualTerms() {
    Node first = iri("a");
    QuadSet quads = QuadSet.of(List.of(Quad.create(first, triple("a", "p", "a"))));

    assertThat(quads.terms().size()).isEqualTo(2);
    assertThat(quads.iterator().next().getObject()).isSameAs(first);
    assertThat(quads.terms().kept(iri("a"))).isSameAs(first);
    Node other = iri("other");
    assertThat(quads.terms().kept(other)).isSameAs(other);
  }

  @Test
  void keepsTheRoleInWhichAQuadCameFirst() {
    QuadSet quads = new QuadSet();
    quads.add(iri("links"), triple("a", "p", "b"), Role.OTHER);
    quads.add(quad("links", "a", "p", "b"));

    assertThat(quads.triples(ASSERTED).isEmpty()).isTrue();
    assertThat(quads.graphs(Role.ASSERTED)).isEmpty();
    assertThat(quads.graph(iri("links"), ASSERTED).size()).isZero();
    assertThat(quads.graph(iri("links"), Set.of(Role.OTHER)).size()).isOne();
  }

  @Test
  void aTripleHasTheRolesOfAllItsQuads() {
    QuadSet quads = new QuadSet();
    quads.add(quad("f", "a", "p", "b"));
    quads.add(iri("ontology"), triple("a", "p", "b"), Role.ONTOLOGY);
    quads.add(iri("ontology"), triple("a", "p", "c"), Role.ONTOLOGY);

    assertThat(quads.triples(ASSERTED).find().toList()).containsExactly(triple("a", "p", "b"));
    assertThat(quads.triples(Set.of(Role.ONTOLOGY)).size()).isEqualTo(2);
    assertThat(quads.triples(Set.of(Role.ONTOLOGY, Role.ASSERTED)).size()).isEqualTo(2);
    assertThat(quads.triples(Set.of(Role.INFERRED)).find().hasNext()).isFalse();
  }

  @Test
  void aSearchDoesNotGoOverWhatIsAddedMeanwhile() {
    QuadSet quads = new QuadSet();
    IntStream.range(0, 3).forEach(i -> quads.add(quad("g", "a", "p", "o" + i)));
    List<Triple> found = new ArrayList<>();
    for (Node subject : List.of(iri("a"), Node.ANY)) {
      ExtendedIterator<Triple> search = quads.triples(ASSERTED).find(subject, Node.ANY, Node.ANY);
      int size = quads.size();
      found.clear();
      while (search.hasNext()) {
        found.add(search.next());
        // Enough of them that the arrays grow.
        for (int i = 0; i < 1000; i++) {
          quads.add(quad("g", "a", "p", "new" + quads.size()));
        }
      }
      assertThat(found).hasSize(size);
      assertThatThrownBy(search::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void whatItShowsCannotBeChanged() {
    Graph shown = QuadSet.of(List.of(quad("g", "a", "p", "b"))).triples(ASSERTED);
    assertThatThrownBy(() -> shown.add(triple("a", "p", "c")))
        .isInstanceOf(AddDeniedException.class);
    assertThat(shown.size()).isOne();
  }

  @Test
  void aFewTriplesOfAPredicateAreFoundBesideManyOfTheObject() {
    QuadSet quads = new QuadSet();
    for (int i = 0; i < 100; i++) {
      quads.add(quad("g", "s" + i, i % 30 == 0 ? "rare" : "common", "hub"));
    }
    assertThat(quads.triples(ASSERTED).find(Node.ANY, iri("rare"), iri("hub")).toList())
        .containsExactly(
            triple("s0", "rare", "hub"),
            triple("s30", "rare", "hub"),
            triple("s60", "rare", "hub"),
            triple("s90", "rare", "hub"));
  }

  /** The same quads, held as Jena does. */
  private static final class Plain {
    final Set<Quad> quads = new LinkedHashSet<>();
    private final Map<Role, Graph> triples = new EnumMap<>(Role.class);

    boolean add(Quad quad, Role role) {
      boolean isNew = quads.add(quad);
      if (isNew) {
        triples(role).add(quad.asTriple());
      }
      return isNew;
    }

    Graph triples(Role role) {
      return triples.computeIfAbsent(role, r -> new GraphMem2Fast());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void findsWhatAGraphOfJenaFinds(long seed) {
    Random random = new Random(seed);
    int terms = 3 << (2 * (int) seed);
    QuadSet quads = new QuadSet();
    Plain plain = new Plain();
    List<Role> roles = List.of(Role.values());
    for (int i = 0; i < 5000; i++) {
      Node graph = random.nextInt(9) == 0 ? Quad.defaultGraphIRI : term(random, 20);
      Quad quad = Quad.create(graph, term(random, terms), term(random, 5), object(random, terms));
      Role role = roles.get(random.nextInt(roles.size()));
      assertThat(quads.add(graph, quad.asTriple(), role)).isEqualTo(plain.add(quad, role));
    }
    assertThat(List.copyOf(quads)).isEqualTo(List.copyOf(plain.quads));
    for (Role role : roles) {
      Graph ours = quads.triples(Set.of(role));
      assertThat(ours.size()).isEqualTo(plain.triples(role).size());
      for (int i = 0; i < 100; i++) {
        assertFindsTheSame(ours, plain.triples(role), pattern(random, random.nextInt(8), terms));
      }
    }
  }

  private static Node term(Random random, int terms) {
    return iri("t" + random.nextInt(terms));
  }

  private static Node object(Random random, int terms) {
    return random.nextBoolean()
        ? term(random, terms)
        : NodeFactory.createLiteralLang("t" + random.nextInt(terms), "en");
  }

  /** With one more term than there are, so that some are not there at all. */
  private static Triple pattern(Random random, int bound, int terms) {
    return Triple.createMatch(
        (bound & 1) == 0 ? null : term(random, terms + 1),
        (bound & 2) == 0 ? null : term(random, 6),
        (bound & 4) == 0 ? null : object(random, terms + 1));
  }

  private static void assertFindsTheSame(Graph ours, Graph plain, Triple pattern) {
    List<Triple> found = ours.find(pattern).toList();
    assertThat(new HashSet<>(found)).isEqualTo(plain.find(pattern).toSet()).hasSize(found.size());
    assertThat(ours.contains(pattern)).isEqualTo(plain.contains(pattern));
  }

  @Test
  void namesTheGraphsOfARole() {
    QuadSet quads = new QuadSet();
    quads.add(quad("f1", "a", "p", "b"));
    quads.add(quad("f2", "a", "p", "b"));
    quads.add(iri("inferred"), triple("a", "p", "c"), Role.INFERRED);

    assertThat(quads.graphs(Role.ASSERTED)).containsExactlyInAnyOrder(iri("f1"), iri("f2"));
    assertThat(quads.graph(iri("f2"), ASSERTED).find().toList())
        .containsExactly(triple("a", "p", "b"));
    assertThat(quads.graph(iri("f3"), ASSERTED).isEmpty()).isTrue();
  }
}
