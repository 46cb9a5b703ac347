package org.w3id.scokg.validate;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The terms evidence is written in: <a href="https://www.w3.org/TR/prov-o/">PROV-O</a>, <a
 * href="https://www.w3.org/TR/annotation-vocab/">Web Annotation</a> and <a
 * href="https://spdx.org/rdf/terms/">SPDX</a>.
 */
final class Evidence {

  static final Node DERIVED_FROM = prov("wasDerivedFrom");
  static final Node HAS_TARGET = oa("hasTarget");
  static final Node HAS_SOURCE = oa("hasSource");
  static final Node HAS_SELECTOR = oa("hasSelector");
  static final Node POSITION_SELECTOR = oa("TextPositionSelector");
  static final Node FRAGMENT_SELECTOR = oa("FragmentSelector");
  static final Node START = oa("start");
  static final Node END = oa("end");
  static final Node CHECKSUM = spdx("checksum");
  static final Node CHECKSUM_VALUE = spdx("checksumValue");
  static final Node FILE_NAME = spdx("fileName");

  private Evidence() {}

  private static Node prov(String name) {
    return NodeFactory.createURI("http://www.w3.org/ns/prov#" + name);
  }

  private static Node oa(String name) {
    return NodeFactory.createURI("http://www.w3.org/ns/oa#" + name);
  }

  private static Node spdx(String name) {
    return NodeFactory.createURI("http://spdx.org/rdf/terms#" + name);
  }
}
