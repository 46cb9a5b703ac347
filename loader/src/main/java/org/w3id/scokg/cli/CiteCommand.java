package org.w3id.scokg.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.facts.SourceText;
import org.w3id.scokg.facts.SourceText.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds a phrase in a text, and prints the cells that cite it. */
@Command(
    name = "cite",
    description = "Print start, end and SHA-256 of a phrase, to paste into a table of facts.")
final class CiteCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      required = true,
      description = "The text, UTF-8.")
  Path source;

  @Parameters(paramLabel = "PHRASE", description = "The phrase, to the letter.")
  String phrase;

  @Mixin OutputOptions options;

  @Override
  public Integer call() {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    SourceText text = SourceText.of(read());
    List<Span> spans = phrase.isEmpty() ? List.of() : text.find(phrase);
    if (spans.isEmpty()) {
      throw new InputException(
          new Diagnostic(
              Location.of(source.toString()),
              "'" + phrase + "' does not stand in the text",
              "a phrase is looked for to the letter, quotation marks and line ends included",
              "copy the phrase from the text"));
    }
    for (Span span : spans) {
      output.result(span.start() + "," + span.end() + "," + span.sha256());
      output.note("line " + text.line(span.start()));
    }
    if (spans.size() > 1) {
      output.note("the phrase stands " + spans.size() + " times; choose the one that is meant");
    }
    return ExitCode.DONE;
  }

  private String read() {
    try {
      return Files.readString(source);
    } catch (CharacterCodingException e) {
      throw unreadable("the text is not UTF-8");
    } catch (IOException e) {
      throw unreadable("the text cannot be read: " + e.getMessage());
    }
  }

  private InputException unreadable(String what) {
    return new InputException(
        new Diagnostic(
            Location.of(source.toString()),
            what,
            "--source names a text file in UTF-8",
            "check the path and the file's encoding"));
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
