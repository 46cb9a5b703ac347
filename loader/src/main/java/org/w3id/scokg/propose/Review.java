package org.w3id.scokg.propose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.link.SssomFile;

/**
 * Decides on proposals, as somebody who answers for it says. Each decision is published in the
 * mapping set and noted in the review file before the next is made.
 */
public final class Review {

  /** Names were compared; that somebody has looked at the outcome is what the reviewer says. */
  private static final String COMPARED = "semapv:LexicalMatching";

  private static final String DECIDED = "semapv:ManualMappingCuration";

  private final ReviewFile review;
  private final SssomFile mappings;
  private final String reviewer;
  private final LocalDate day;

  /**
   * A review.
   *
   * @param review the proposals
   * @param mappings where decisions are published
   * @param reviewer the CURIE of who decides
   * @param day the day of the decisions
   * @throws InputException if the reviewer is no CURIE with a prefix of the mapping set
   */
  public Review(ReviewFile review, SssomFile mappings, String reviewer, LocalDate day) {
    this.review = review;
    this.mappings = mappings;
    this.reviewer = reviewer;
    this.day = day;
    mappings.expand(reviewer, "reviewer_id");
  }

  /** What is left to decide: for each entity its open proposals, the likeliest first. */
  public List<List<Proposal>> open() {
    Map<String, List<Proposal>> open = new LinkedHashMap<>();
    review.proposals().stream()
        .filter(Proposal::isOpen)
        .forEach(p -> open.computeIfAbsent(p.subject(), key -> new ArrayList<>()).add(p));
    return List.copyOf(open.values());
  }

  // What is decided is published before it is noted: were the program stopped between the two, it
  // would only be asked again.

  /** Publishes a link, which settles its entity. */
  public void accept(Proposal proposal) {
    Map<String, String> mapping = mapping(proposal, COMPARED);
    mapping.put("mapping_tool", "scokg");
    mapping.put("confidence", confidence(proposal.cell("score")));
    mappings.put(mapping);
    review.settle(proposal.decided(State.ACCEPTED, reviewer, day));
  }

  /** Publishes that a link does not hold. */
  public void refuse(Proposal proposal) {
    Map<String, String> mapping = mapping(proposal, DECIDED);
    mapping.put("predicate_modifier", "Not");
    mappings.put(mapping);
    review.note(proposal.decided(State.REFUSED, reviewer, day));
  }

  /** Publishes that there is nothing to link an entity to, which settles it. */
  public void findNone(Proposal proposal) {
    Proposal none = proposal.isCandidate() ? proposal.withoutCandidate() : proposal;
    mappings.put(mapping(none, DECIDED));
    review.settle(none.decided(State.ACCEPTED, reviewer, day));
  }

  private Map<String, String> mapping(Proposal proposal, String justification) {
    Map<String, String> mapping = new LinkedHashMap<>();
    for (String slot :
        List.of("subject_id", "subject_label", "predicate_id", "object_id", "object_label")) {
      mapping.put(slot, proposal.cell(slot));
    }
    mapping.put("mapping_justification", justification);
    mapping.put("reviewer_id", reviewer);
    mapping.put("mapping_date", day.toString());
    return mapping;
  }

  /** A hundredth of the score, which is a percentage with most services. */
  private static String confidence(String score) {
    BigDecimal portion =
        new BigDecimal(score)
            .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP)
            .max(BigDecimal.ZERO)
            .min(BigDecimal.ONE)
            .stripTrailingZeros();
    return portion.toPlainString();
  }
}
