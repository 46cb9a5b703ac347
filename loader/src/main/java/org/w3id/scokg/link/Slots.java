package org.w3id.scokg.link;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The slots of SSSOM 1.1, by their names in the schema. */
final class Slots {

  /** What every mapping must have. */
  static final List<String> REQUIRED =
      List.of("subject_id", "predicate_id", "object_id", "mapping_justification");

  /** The slots of a mapping set, apart from its mappings. */
  static final Set<String> OF_SET =
      Set.of(
          "sssom_version",
          "curie_map",
          "mapping_set_id",
          "mapping_set_version",
          "mapping_set_source",
          "mapping_set_title",
          "mapping_set_description",
          "mapping_set_confidence",
          "creator_id",
          "creator_label",
          "license",
          "subject_type",
          "subject_source",
          "subject_source_version",
          "object_type",
          "object_source",
          "object_source_version",
          "predicate_type",
          "mapping_provider",
          "cardinality_scope",
          "mapping_tool",
          "mapping_tool_id",
          "mapping_tool_version",
          "mapping_date",
          "publication_date",
          "subject_match_field",
          "object_match_field",
          "subject_preprocessing",
          "object_preprocessing",
          "similarity_measure",
          "curation_rule",
          "curation_rule_text",
          "see_also",
          "issue_tracker",
          "other",
          "comment",
          "extension_definitions");

  /** The slots of a mapping. */
  static final Set<String> OF_MAPPING =
      Set.of(
          "record_id",
          "subject_id",
          "subject_label",
          "subject_category",
          "predicate_id",
          "predicate_label",
          "predicate_modifier",
          "object_id",
          "object_label",
          "object_category",
          "mapping_justification",
          "author_id",
          "author_label",
          "reviewer_id",
          "reviewer_label",
          "creator_id",
          "creator_label",
          "license",
          "subject_type",
          "subject_source",
          "subject_source_version",
          "object_type",
          "object_source",
          "object_source_version",
          "predicate_type",
          "mapping_provider",
          "mapping_source",
          "mapping_cardinality",
          "cardinality_scope",
          "mapping_tool",
          "mapping_tool_id",
          "mapping_tool_version",
          "mapping_date",
          "publication_date",
          "review_date",
          "confidence",
          "reviewer_agreement",
          "curation_rule",
          "curation_rule_text",
          "subject_match_field",
          "object_match_field",
          "match_string",
          "subject_preprocessing",
          "object_preprocessing",
          "similarity_score",
          "similarity_measure",
          "see_also",
          "issue_tracker_item",
          "other",
          "comment");

  /** The slots of either that hold identifiers, each written as a CURIE. */
  static final Set<String> IDENTIFIERS =
      Set.of(
          "record_id",
          "subject_id",
          "predicate_id",
          "object_id",
          "mapping_justification",
          "author_id",
          "reviewer_id",
          "creator_id",
          "subject_source",
          "object_source",
          "mapping_source",
          "mapping_tool_id",
          "curation_rule",
          "subject_match_field",
          "object_match_field",
          "subject_preprocessing",
          "object_preprocessing",
          "issue_tracker_item");

  /** The slots of either that hold dates. */
  static final Set<String> DATES = Set.of("mapping_date", "publication_date", "review_date");

  /** The slots of either that hold a number from 0 to 1. */
  static final Set<String> PORTIONS =
      Set.of("confidence", "similarity_score", "mapping_set_confidence");

  /** The slots that hold several values, parted by {@code |} in a table. */
  static final Set<String> LISTS =
      Set.of(
          "author_id",
          "reviewer_id",
          "creator_id",
          "curation_rule",
          "subject_match_field",
          "object_match_field",
          "subject_preprocessing",
          "object_preprocessing",
          "author_label",
          "reviewer_label",
          "creator_label",
          "match_string",
          "curation_rule_text",
          "cardinality_scope",
          "see_also");

  /** The slots of either that hold whole IRIs. */
  static final Set<String> IRIS =
      Set.of("license", "mapping_provider", "mapping_set_source", "see_also", "issue_tracker");

  /** The slots of a set that speak of each of its mappings ("Propagatable slots"). */
  static final Set<String> PROPAGATED =
      Set.of(
          "subject_type",
          "subject_source",
          "subject_source_version",
          "object_type",
          "object_source",
          "object_source_version",
          "predicate_type",
          "mapping_provider",
          "cardinality_scope",
          "mapping_tool",
          "mapping_tool_id",
          "mapping_tool_version",
          "mapping_date",
          "subject_match_field",
          "object_match_field",
          "subject_preprocessing",
          "object_preprocessing",
          "similarity_measure",
          "curation_rule",
          "curation_rule_text");

  /** The slots of a set that only say how its file is to be read, or who it is. */
  static final Set<String> OF_FILE =
      Set.of("curie_map", "extension_definitions", "sssom_version", "mapping_set_id", "license");

  /** The slots of a mapping that are not its three terms, its name or the modifier of these. */
  static final Set<String> ABOUT_MAPPING =
      OF_MAPPING.stream()
          .filter(
              slot ->
                  !List.of(
                          "record_id",
                          "subject_id",
                          "predicate_id",
                          "object_id",
                          "predicate_modifier")
                      .contains(slot))
          .collect(Collectors.toUnmodifiableSet());

  private Slots() {}
}
