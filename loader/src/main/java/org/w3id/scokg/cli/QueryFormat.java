package org.w3id.scokg.cli;

/** The syntaxes of answers. */
enum QueryFormat {
  TABLE,
  CSV,
  TSV,
  JSON,
  XML
}
