package org.w3id.scokg.link;

import java.util.ArrayList;
import java.util.List;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;

/** Splits tab-separated text into cells by the quoting rules of SSSOM/TSV ("Quoting"). */
final class Tsv {

  private final String text;
  private final String name;
  private final Diagnostics problems;
  private int at;
  private int line;

  private Tsv(String text, int line, String name, Diagnostics problems) {
    this.text = text;
    this.line = line;
    this.name = name;
    this.problems = problems;
  }

  /**
   * A record of the table.
   *
   * @param location the line on which it starts
   * @param cells its cells, without their quotes
   */
  record Row(Location location, List<String> cells) {}

  /**
   * The rows of a file; empty lines are passed over.
   *
   * @param lines all lines of the file
   * @param from the index of the first line of the table
   */
  static List<Row> rows(List<String> lines, int from, String name, Diagnostics problems) {
    String text = String.join("\n", lines.subList(from, lines.size()));
    Tsv tsv = new Tsv(text, from + 1, name, problems);
    List<Row> rows = new ArrayList<>();
    while (tsv.at < text.length()) {
      Row row = tsv.row();
      if (row.cells().size() > 1 || !row.cells().get(0).isBlank()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Row row() {
    Location location = Location.of(name, line);
    List<String> cells = new ArrayList<>();
    do {
      cells.add(text.startsWith("\"", at) ? quoted(location) : plain());
    } while (at < text.length() && text.charAt(at++) == '\t');
    line++;
    return new Row(location, cells);
  }

  /** Reads up to the next tab or line end. */
  private String plain() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '\t' && text.charAt(at) != '\n') {
      at++;
    }
    return text.substring(start, at);
  }

  /** Reads up to the closing quote; a quote within the cell is written twice. */
  private String quoted(Location row) {
    StringBuilder cell = new StringBuilder();
    while (true) {
      int quote = text.indexOf('"', at + 1);
      if (quote < 0) {
        problem(row, "a quotation mark is not closed", "close it, or double it if it is meant");
        cell.append(text, at + 1, text.length());
        at = text.length();
        return cell.toString();
      }
      String piece = text.substring(at + 1, quote);
      line += (int) piece.chars().filter(c -> c == '\n').count();
      cell.append(piece);
      at = quote + 1;
      if (!text.startsWith("\"", at)) {
        String rest = plain();
        if (!rest.isEmpty()) {
          problem(
              row,
              "'%s' follows a closing quotation mark".formatted(rest),
              "double the quotation marks within the cell");
        }
        return cell.toString();
      }
      cell.append('"');
    }
  }

  private void problem(Location row, String what, String fix) {
    problems.accept(
        new Diagnostic(
            row, what, "a cell that starts with a quotation mark ends with one (SSSOM/TSV)", fix));
  }
}
