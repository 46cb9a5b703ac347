package org.w3id.scokg.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Writes the two tables of {@code join.rml.ttl}, the same at each call: {@code Join DIR CHILDREN
 * PARENTS}. Each child has one parent.
 */
final class Join {

  private final Random random = new Random(20010615);
  private final int children;
  private final int parents;

  private Join(int children, int parents) {
    this.children = children;
    this.parents = parents;
  }

  public static void main(String[] args) throws IOException {
    Join join = new Join(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    join.writeChildren(Path.of(args[0], "children.csv"));
    join.writeParents(Path.of(args[0], "parents.csv"));
  }

  private void writeChildren(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      Records records = Records.of(file, out);
      records.begin(List.of("id", "name", "parent"));
      for (int i = 1; i <= children; i++) {
        records.add(List.of("c" + i, "Child " + i, "k" + (1 + random.nextInt(parents))));
      }
      records.end();
    }
  }

  private void writeParents(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      Records records = Records.of(file, out);
      records.begin(List.of("key", "label"));
      for (int i = 1; i <= parents; i++) {
        records.add(List.of("k" + i, "Родитель " + i));
      }
      records.end();
    }
  }
}
