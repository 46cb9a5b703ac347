package org.w3id.scokg.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.propose.Proposal;
import org.w3id.scokg.propose.Review;

/** Shows the proposals of one entity after the other, and does what is answered. */
final class ReviewDialogue {

  private static final String PROMPT = "a accept, r refuse, n none, s skip, q quit, ? help: ";

  private static final String HELP =
      """
        a    accept the first candidate; 2 accepts the second
        r    refuse the first candidate; r 2 refuses the second
        n    record that the other dataset has no such thing
        s    leave it for another time
        q    stop; what was decided is published already
      """;

  private final Review review;
  private final BufferedReader answers;
  private final Output output;
  private int accepted;
  private int refused;
  private int none;
  private boolean ended;

  ReviewDialogue(Review review, BufferedReader answers, Output output) {
    this.review = review;
    this.answers = answers;
    this.output = output;
  }

  /** Runs until all is decided or the answers end, and says what was decided. */
  void run() throws IOException {
    List<List<Proposal>> open = review.open();
    for (int i = 0; i < open.size() && !ended; i++) {
      output.dialogue("[%d of %d] ".formatted(i + 1, open.size()));
      decide(new ArrayList<>(open.get(i)));
    }
    output.result(
        "%d accepted, %d refused, %d not found, %d left"
            .formatted(accepted, refused, none, review.open().size()));
  }

  /** Goes on asking about one entity until it is decided or left. */
  private void decide(List<Proposal> proposals) throws IOException {
    output.dialogue(about(proposals.get(0)));
    boolean shown = false;
    while (!proposals.isEmpty() && !ended) {
      if (!shown) {
        output.dialogue(candidates(proposals));
        shown = true;
      }
      output.dialogue(PROMPT);
      String answer = answers.readLine();
      if (answer == null || answer.strip().equals("q")) {
        ended = true;
        output.dialogue("\n");
      } else if (answer.strip().equals("s")) {
        return;
      } else if (answer.strip().equals("?")) {
        output.dialogue(HELP);
      } else {
        int before = proposals.size();
        answer(answer.strip(), proposals);
        shown = proposals.size() == before;
      }
    }
  }

  /** Carries out a decision, and takes from the proposals what needs no further one. */
  private void answer(String answer, List<Proposal> proposals) {
    try {
      if (answer.equals("n")) {
        review.findNone(proposals.get(0));
        none++;
        proposals.clear();
      } else if (answer.matches("a|[1-9]\\d{0,2}")) {
        accept(candidate(answer.replace("a", "1"), proposals), proposals);
      } else if (answer.matches("r( [1-9]\\d{0,2})?")) {
        refuse(candidate(answer.length() == 1 ? "1" : answer.substring(2), proposals), proposals);
      } else {
        output.dialogue("'%s' is not understood\n".formatted(answer) + HELP);
      }
    } catch (InputException e) {
      // Nothing was written; another answer may do.
      e.diagnostics().forEach(problem -> output.dialogue(problem + "\n"));
    }
  }

  private void accept(int place, List<Proposal> proposals) {
    if (place >= 0) {
      review.accept(proposals.get(place));
      accepted++;
      proposals.clear();
    }
  }

  private void refuse(int place, List<Proposal> proposals) {
    if (place >= 0) {
      review.refuse(proposals.get(place));
      refused++;
      proposals.remove(place);
    }
  }

  /** The place of a candidate by its number; negative, and told, if there is none. */
  private int candidate(String number, List<Proposal> proposals) {
    int place = Integer.parseInt(number) - 1;
    if (place < proposals.size() && proposals.get(place).isCandidate()) {
      return place;
    }
    output.dialogue("there is no candidate %s\n".formatted(number));
    return -1;
  }

  private static String about(Proposal proposal) {
    StringBuilder text = new StringBuilder();
    text.append(proposal.cell("subject_label")).append(" <").append(proposal.subject()).append('>');
    append(text, "  ", proposal.cell("subject_types"));
    append(text, "\n  ", proposal.cell("evidence"));
    return text.append('\n').toString();
  }

  private static String candidates(List<Proposal> proposals) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < proposals.size(); i++) {
      Proposal proposal = proposals.get(i);
      if (proposal.isCandidate()) {
        text.append("  ").append(i + 1).append("  ").append(proposal.object());
        append(text, "  ", proposal.cell("object_label"));
        append(text, "  score ", proposal.cell("score"));
        append(text, "  ", proposal.cell("match").isEmpty() ? "" : "match");
        append(text, "  ", proposal.cell("object_types"));
        append(text, "\n     ", proposal.cell("page"));
        append(text, "\n     ", proposal.cell("reasons"));
      } else {
        text.append("  ").append(proposal.cell("reasons"));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String before, String part) {
    if (!part.isEmpty()) {
      text.append(before).append(part);
    }
  }
}
