package org.w3id.scokg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3id.scokg.validate.SourceTexts;

/** The sources' texts: the project's own tables always, other texts in the folders given. */
final class TextsAtHand implements SourceTexts {

  private final Project project;
  private final List<Path> folders;

  TextsAtHand(Project project, List<Path> folders) {
    this.project = project;
    this.folders = folders;
  }

  @Override
  public Optional<byte[]> of(String fileName) {
    return Stream.concat(Stream.of(project.directory()), folders.stream())
        .map(folder -> folder.resolve(fileName))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(TextsAtHand::read);
  }

  /** Texts of others are not part of the project, and only expected where a folder is named. */
  @Override
  public boolean expects(String fileName) {
    return !folders.isEmpty() || Files.isRegularFile(project.directory().resolve(fileName));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
