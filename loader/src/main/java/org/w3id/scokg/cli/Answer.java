package org.w3id.scokg.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.Dataset;
import org.w3id.scokg.NamedQuery;

/** Answers queries from a database, over the union of its graphs. */
final class Answer {

  private final DatasetGraph database;
  private final Dataset dataset;
  private final boolean allowService;

  Answer(DatasetGraph database, Dataset dataset, boolean allowService) {
    this.database = database;
    this.dataset = dataset;
    this.allowService = allowService;
  }

  void write(NamedQuery named, QueryFormat format, PrintWriter out) {
    Query query = QueryFactory.create(named.text());
    database.begin(ReadWrite.READ);
    try (QueryExec exec =
        QueryExec.dataset(database)
            .query(query)
            .set(ARQ.httpServiceAllowed, allowService)
            .build()) {
      if (query.isAskType()) {
        out.println(exec.ask());
      } else if (query.isConstructType() || query.isDescribeType()) {
        writeGraph(exec, query, out);
      } else if (format == QueryFormat.TABLE) {
        table(exec.select()).lines().forEach(out::println);
      } else {
        writeRows(exec.select(), format, out);
      }
      out.flush();
    } finally {
      database.end();
    }
  }

  private TextTable table(RowSet rows) {
    List<String> header = rows.getResultVars().stream().map(Var::getVarName).toList();
    List<List<String>> cells = new ArrayList<>();
    while (rows.hasNext()) {
      Binding row = rows.next();
      cells.add(rows.getResultVars().stream().map(var -> show(row.get(var))).toList());
    }
    return new TextTable(header, cells);
  }

  private String show(@Nullable Node node) {
    if (node == null) {
      return "";
    }
    if (node.isURI()) {
      return dataset.shorten(node.getURI());
    }
    return node.isLiteral()
        ? node.getLiteralLexicalForm().replaceAll("\\s+", " ")
        : "_:" + node.getBlankNodeLabel();
  }

  private static void writeRows(RowSet rows, QueryFormat format, PrintWriter out) {
    Lang syntax =
        switch (format) {
          case CSV -> ResultSetLang.RS_CSV;
          case TSV -> ResultSetLang.RS_TSV;
          case XML -> ResultSetLang.RS_XML;
          case JSON, TABLE -> ResultSetLang.RS_JSON;
        };
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ResultSetMgr.write(bytes, ResultSet.adapt(rows), syntax);
    out.print(bytes.toString(StandardCharsets.UTF_8));
  }

  private static void writeGraph(QueryExec exec, Query query, PrintWriter out) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    var graph = query.isConstructType() ? exec.construct() : exec.describe();
    graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
    RDFDataMgr.write(bytes, graph, Lang.TURTLE);
    out.print(bytes.toString(StandardCharsets.UTF_8));
  }
}
