package org.w3id.scokg.cli;

import org.w3id.scokg.Project;
import org.w3id.scokg.propose.AnswerCache;
import picocli.CommandLine.Option;

/** What is made of the answers that were got before. */
final class CacheOptions {

  @Option(names = "--refresh", description = "Ask anew what was answered before.")
  boolean refresh;

  @Option(names = "--no-cache", description = "Neither use nor keep answers.")
  boolean noCache;

  AnswerCache open(Project project) {
    AnswerCache.Use use = refresh ? AnswerCache.Use.REFRESH : AnswerCache.Use.KEEP;
    return new AnswerCache(project.answers(), noCache ? AnswerCache.Use.NONE : use);
  }
}
