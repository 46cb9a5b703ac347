package org.w3id.scokg.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** Writes records of equal columns in a format of choice. */
abstract sealed class Records {

  final Writer out;
  List<String> columns = List.of();

  private Records(Writer out) {
    this.out = out;
  }

  /** The writer of the format that the ending of a file's name says. */
  static Records of(Path file, Writer out) {
    String name = file.getFileName().toString();
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> new Csv(out);
      case "json" -> new Json(out);
      case "xml" -> new Xml(out);
      default -> throw new IllegalArgumentException("no format is known of " + file);
    };
  }

  void begin(List<String> columns) throws IOException {
    this.columns = columns;
  }

  abstract void add(List<String> values) throws IOException;

  void end() throws IOException {}

  /** A table with a header, quoted where it must be. */
  private static final class Csv extends Records {

    private Csv(Writer out) {
      super(out);
    }

    @Override
    void begin(List<String> columns) throws IOException {
      super.begin(columns);
      add(columns);
    }

    @Override
    void add(List<String> values) throws IOException {
      String separator = "";
      for (String value : values) {
        out.write(separator);
        out.write(value.contains("\"") ? '"' + value.replace("\"", "\"\"") + '"' : value);
        separator = ",";
      }
      out.write('\n');
    }
  }

  /** An object a record, in an array below a key. What looks like a number is one. */
  private static final class Json extends Records {

    private String separator = "\n";

    private Json(Writer out) {
      super(out);
    }

    @Override
    void begin(List<String> columns) throws IOException {
      super.begin(columns);
      out.write("{\"rows\": [");
    }

    @Override
    void add(List<String> values) throws IOException {
      out.write(separator);
      String mark = "{";
      for (int i = 0; i < values.size(); i++) {
        out.write(mark + '"' + columns.get(i) + "\": " + json(values.get(i)));
        mark = ", ";
      }
      out.write('}');
      separator = ",\n";
    }

    private static String json(String value) {
      return Character.isDigit(value.charAt(0)) && value.contains(".")
          ? value
          : '"' + value.replace("\"", "\\\"") + '"';
    }

    @Override
    void end() throws IOException {
      out.write("\n]}\n");
    }
  }

  /** An element a record, with an element a column. */
  private static final class Xml extends Records {

    private Xml(Writer out) {
      super(out);
    }

    @Override
    void begin(List<String> columns) throws IOException {
      super.begin(columns);
      out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rows>\n");
    }

    @Override
    void add(List<String> values) throws IOException {
      out.write("<row>");
      for (int i = 0; i < values.size(); i++) {
        String name = columns.get(i);
        out.write('<' + name + '>' + values.get(i).replace("&", "&amp;") + "</" + name + '>');
      }
      out.write("</row>\n");
    }

    @Override
    void end() throws IOException {
      out.write("</rows>\n");
    }
  }
}
