package org.w3id.scokg.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.apache.thrift.TException;
import org.apache.thrift.TSerializer;
import org.apache.thrift.protocol.TCompactProtocol;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms have the ids, hashes and bytes that Jena gives them. */
class TermEncoderTest {

  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  private final TermEncoder encoder = new TermEncoder();

  private void assertAsJena(EncodedTerm term, Node node) throws TException {
    NodeId inline = NodeIdInline.inline(node);
    assertThat(term.isInline).as("%s is inline", node).isEqualTo(inline != null);
    if (inline != null) {
      byte[] id = new byte[Long.BYTES];
      NodeIdFactory.set(inline, id);
      assertThat(term.id).as("the id of %s", node).isEqualTo(Bytes.getLong(id));
      return;
    }
    byte[] hash = NodeLib.hash(node).getBytes();
    assertThat(term.hashHigh).as("the hash of %s", node).isEqualTo(Bytes.getLong(hash));
    assertThat(term.hashLow).isEqualTo(Bytes.getLong(hash, Long.BYTES));
    assertThat(Arrays.copyOf(term.bytes, term.length))
        .as("the bytes of %s", node)
        .isEqualTo(
            new TSerializer(new TCompactProtocol.Factory())
                .serialize(ThriftConvert.convert(node, false)));
  }

  @Test
  void encodesRandomTermsAsJenaDoes() throws TException {
    RandomQuads random = new RandomQuads(4);
    for (int i = 0; i < 20_000; i++) {
      Node node = random.object();
      assertAsJena(encoder.encode(node), node);
    }
    for (var quad : RandomQuads.withLargeNumbers()) {
      assertAsJena(encoder.encode(quad.getObject()), quad.getObject());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EN-gb", "zh-hans-cn", "x-Private", "de-DE-u-co-phonebk"})
  void writesLanguageTagsAsJenaDoes(String tag) throws TException {
    assertAsJena(
        encoder.encode(VALUES.createLiteral("text", tag)),
        NodeFactory.createLiteralLang("text", tag));
  }

  @Test
  void encodesTermsOfEitherLibraryAlike() throws TException {
    assertAsJena(encoder.encode(VALUES.createIRI("urn:x:é")), NodeFactory.createURI("urn:x:é"));
    assertAsJena(encoder.encode(VALUES.createBNode("b1")), NodeFactory.createBlankNode("b1"));
    assertAsJena(
        encoder.encode(VALUES.createLiteral("a|b")), NodeFactory.createLiteralString("a|b"));
    assertAsJena(
        encoder.encode(VALUES.createLiteral("x", VALUES.createIRI("urn:type:new"))),
        NodeFactory.createLiteralDT(
            "x", TypeMapper.getInstance().getSafeTypeByName("urn:type:new")));
  }

  @Test
  void encodesTextsWithADirectionAndTriplesThatAreTerms() throws TException {
    for (Node node :
        new Node[] {
          NodeFactory.createLiteralDirLang("text", "ar", "rtl"),
          NodeFactory.createTripleTerm(
              NodeFactory.createURI("urn:x:s"),
              NodeFactory.createURI("urn:x:p"),
              NodeFactory.createLiteralString("o"))
        }) {
      assertAsJena(encoder.encode(node), node);
    }
  }

  /** A surrogate that has lost its other half is no character; Jena too writes a question mark. */
  @Test
  void writesHalfACharacterAsJenaDoes() throws TException {
    Node half = NodeFactory.createLiteralString("a\uD834b");
    assertAsJena(encoder.encode(half), half);
    assertAsJena(encoder.encode(VALUES.createLiteral("a\uD834b")), half);
  }

  @Test
  void letsGoOfTheRoomThatALongTermTook() throws TException {
    Node node = NodeFactory.createLiteralString("x".repeat(10_000_000));
    assertAsJena(encoder.encode(node), node);
    assertThat(encoder.encode(NodeFactory.createURI("urn:x:short")).bytes.length)
        .isLessThan(100_000);
  }
}
