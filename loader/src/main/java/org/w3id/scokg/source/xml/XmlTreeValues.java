package org.w3id.scokg.source.xml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/** Evaluates the references of a mapping on all records of a tree. */
final class XmlTreeValues {

  private final XmlPath iteratorPath;
  private final List<XmlPath> referencePaths;
  private final XmlDelivery delivery;
  private final XPathExpression iterator;
  private final List<XPathExpression> references = new ArrayList<>();
  private final IdentityHashMap<Node, XmlValues> values = new IdentityHashMap<>();
  private int reference;

  XmlTreeValues(XmlPath iterator, List<XmlPath> references, XmlDelivery delivery) {
    this.iteratorPath = iterator;
    this.referencePaths = references;
    this.delivery = delivery;
    XPathCompiler compiler = new XPathCompiler(iterator.namespaces(), this::take);
    this.iterator = compiler.iterator(iterator.text());
    for (XmlPath path : references) {
      this.references.add(compiler.together(iterator.text(), path.text()));
    }
  }

  /** The records of a tree, each once, in the order of the document. */
  List<Node> records(XmlTree tree) {
    NodeList found = evaluate(iterator, iteratorPath, tree);
    List<Node> records = new ArrayList<>(found.getLength());
    values.clear();
    for (int i = 0; i < found.getLength(); i++) {
      records.add(found.item(i));
      values.put(found.item(i), delivery.values());
    }
    for (reference = 0; reference < references.size(); reference++) {
      evaluate(references.get(reference), referencePaths.get(reference), tree);
    }
    return records;
  }

  /** The values of one of those records. */
  XmlValues of(Node record) {
    return values.getOrDefault(record, delivery.values());
  }

  private NodeList evaluate(XPathExpression expression, XmlPath path, XmlTree tree) {
    try {
      return (NodeList) expression.evaluate(tree.document(), XPathConstants.NODESET);
    } catch (XPathExpressionException | RuntimeException e) {
      throw new InputException(
          XmlProblem.failing(Location.of(delivery.name()), path.text(), XPathCompiler.reason(e)));
    }
  }

  /** Called by the processor with a record and what the present reference finds there. */
  private boolean take(List<?> arguments) {
    Node record = ((NodeList) arguments.get(0)).item(0);
    XmlValues taken = of(record);
    Object found = arguments.get(1);
    if (found instanceof NodeList nodes) {
      for (int i = 0; i < nodes.getLength(); i++) {
        taken.add(reference, XmlTreeValue.of(nodes.item(i)));
      }
    } else {
      taken.add(
          reference, found instanceof Double number ? XmlTreeValue.of(number) : found.toString());
    }
    return false;
  }
}
