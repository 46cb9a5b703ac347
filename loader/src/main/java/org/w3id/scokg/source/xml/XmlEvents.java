package org.w3id.scokg.source.xml;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.source.SourceFile;

/**
 * The events of a document, one after another. Nothing but the file itself is read, no entity is
 * expanded, and whatever is wrong with the document ends the reading with an {@link
 * InputException}.
 */
final class XmlEvents {

  /** How deep elements may be nested: {@value}. */
  static final int DEPTH_LIMIT = 1000;

  private static final Pattern UNKNOWN_ENTITY =
      Pattern.compile("The entity \"(.*)\" was referenced, but not declared\\.");

  /** The JDK has no words for what breaks the rules of namespaces, but a key and its arguments. */
  private static final Pattern NAMESPACE_RULE =
      Pattern.compile("http://www\\.w3\\.org/.*#(\\w+)\\?(([^&]*)&([^&]*)(?:&(.*))?|.*)");

  private final SourceFile file;
  private final XMLStreamReader reader;
  private int depth;

  /** Starts at the beginning of a document. */
  XmlEvents(SourceFile file, Reader characters) {
    this.file = file;
    try {
      this.reader = factory().createXMLStreamReader(characters);
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Moves to the next event, which is not after the end, and tells its kind. */
  int next() {
    try {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (++depth > DEPTH_LIMIT) {
          throw new InputException(XmlProblem.tooDeep(place(), DEPTH_LIMIT));
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.DTD) {
        throw new InputException(XmlProblem.declarations(place()));
      }
      return event;
    } catch (XMLStreamException e) {
      throw failure(e);
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException e) {
      // The JDK's reader stumbles over some malformed documents.
      throw new InputException(XmlProblem.malformed(place(), "its reader fails: " + e));
    }
  }

  /** What is known of the present event. */
  XMLStreamReader reader() {
    return reader;
  }

  /** The namespace of the present element, empty for none. */
  String namespace() {
    return orEmpty(reader.getNamespaceURI());
  }

  /** The namespace of an attribute of the present element, empty for none. */
  String attributeNamespace(int index) {
    return orEmpty(reader.getAttributeNamespace(index));
  }

  /** How many elements are open, the present one among them. */
  int depth() {
    return depth;
  }

  /** The line on which the present event ends, and so the one on which the next one starts. */
  int line() {
    return Math.max(1, reader.getLocation().getLineNumber());
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private Location place() {
    return Location.of(file.name(), line());
  }

  private InputException failure(XMLStreamException e) {
    int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
    if (e.getNestedException() instanceof IOException cause) {
      return file.failure(cause, line);
    }
    Location place = Location.of(file.name(), line);
    String reason = reason(e);
    Matcher entity = UNKNOWN_ENTITY.matcher(reason);
    if (entity.matches()) {
      return new InputException(XmlProblem.entity(place, String.valueOf(entity.group(1))));
    }
    return new InputException(
        reason.startsWith("Premature end of file")
            ? XmlProblem.empty(place)
            : XmlProblem.malformed(place, reason));
  }

  /** The message without the place before it, on one line. */
  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.indexOf("\nMessage: ");
    String reason = message.substring(start < 0 ? 0 : start + "\nMessage: ".length()).strip();
    Matcher rule = NAMESPACE_RULE.matcher(reason);
    if (!rule.matches()) {
      return reason.lines().findFirst().orElse("its reader does not say why");
    }
    return switch (String.valueOf(rule.group(1))) {
      case "ElementPrefixUnbound" -> "the prefix '" + rule.group(3) + "' is not declared";
      case "AttributePrefixUnbound" -> "the prefix '" + rule.group(5) + "' is not declared";
      case "AttributeNotUnique", "AttributeNSNotUnique" ->
          "attribute '" + rule.group(4) + "' stands twice in element '" + rule.group(3) + "'";
      default -> "a rule of namespaces is broken: " + rule.group(1) + " " + rule.group(2);
    };
  }
}
