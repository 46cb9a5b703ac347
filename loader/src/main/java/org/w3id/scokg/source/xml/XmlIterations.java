package org.w3id.scokg.source.xml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.source.BadRecord;
import org.w3id.scokg.source.BadReference;
import org.w3id.scokg.source.Format;
import org.w3id.scokg.source.Iteration;
import org.w3id.scokg.source.Iterations;
import org.w3id.scokg.source.SourceFile;

/**
 * The elements of a document that an XPath finds. With plain paths the document streams by; where
 * an XPath is more than that but stays within its record, a few records are held at a time, and
 * else the document.
 */
public final class XmlIterations implements Iterations {

  private final Format.Xml format;
  private final Detail detail;
  private final XmlProlog prolog;
  private final XmlPath iterator;
  private final XmlPathTree found;
  private final boolean iteratorIsPlain;
  private final PlainXPaths plain;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<XmlPath> references = new ArrayList<>();
  private boolean allPlain = true;
  private boolean allWithin = true;
  private @Nullable XmlDelivery delivery;

  /**
   * Opens a document.
   *
   * @throws InputException if it cannot be read, or not by the encoding that it declares
   */
  public XmlIterations(SourceFile file, Format.Xml format, Detail detail) {
    this.format = format;
    this.detail = detail;
    this.iterator = XmlPath.of(format.iterator(), format.namespaces());
    Optional<PlainXPath> path = iterator.plainIterator();
    this.iteratorIsPlain = path.isPresent();
    this.found = new XmlPathTree(format.namespaces(), path.map(p -> p.steps().size()).orElse(0));
    // For its lines, a document that is held is looked at as if each element were a record.
    found.add(0, path.orElse(PlainXPath.ALL));
    this.plain = new PlainXPaths(format.namespaces());
    this.prolog = XmlProlog.open(file);
  }

  /**
   * Checks an iterator.
   *
   * @throws BadReference if it is not an XPath that finds nodes
   */
  public static void check(String iterator, Map<String, String> namespaces) {
    if (XmlPath.of(iterator, namespaces).plainIterator().isEmpty()) {
      new XPathCompiler(namespaces).checkIterator(iterator);
    }
  }

  @Override
  public int reference(String reference) {
    Integer known = numbers.get(reference);
    return known == null ? add(reference) : known;
  }

  private int add(String reference) {
    int number = references.size();
    XmlPath path = XmlPath.of(reference, format.namespaces());
    Optional<PlainXPath> simple = path.plainReference();
    if (simple.isPresent()) {
      plain.add(number, simple.get());
    } else {
      new XPathCompiler(format.namespaces()).checkReference(iterator.text(), reference);
      allPlain = false;
      allWithin &= path.staysInRecord();
    }
    references.add(path);
    numbers.put(reference, number);
    return number;
  }

  @Override
  public void forEach(Consumer<Iteration> records, Consumer<BadRecord> bad) {
    delivery =
        new XmlDelivery(name(), references.stream().map(XmlPath::text).toList(), records, bad);
    XmlRecordFinder finder = new XmlRecordFinder(prolog, found);
    if (iteratorIsPlain && allPlain) {
      new PlainXmlRecords(finder, plain, detail, delivery).read();
      return;
    }
    XmlTreeRecords tree =
        new XmlTreeRecords(
            finder,
            new XmlTreeValues(iterator, references, delivery),
            new XmlTreeNames(plain),
            detail,
            delivery);
    if (iteratorIsPlain && allWithin) {
      tree.readInParts();
    } else {
      tree.readWhole(Runtime.getRuntime().maxMemory() / 2);
    }
  }

  @Override
  public Set<String> absent() {
    return delivery == null ? Set.of() : delivery.absent();
  }

  /**
   * The names of children and attributes of records, and of what lies where references look; where
   * no record was found, the paths that an iterator could have.
   */
  @Override
  public Collection<String> names() {
    return delivery != null && delivery.hasRecords()
        ? plain.names()
        : found.names().stream().map(name -> "/" + name).toList();
  }

  @Override
  public String name() {
    return prolog.file().name();
  }

  @Override
  public void close() {
    prolog.close();
  }
}
