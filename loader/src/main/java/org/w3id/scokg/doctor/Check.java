package org.w3id.scokg.doctor;

import java.util.List;

/** Looks at one thing. Never fails: what hinders it from looking is a finding, too. */
interface Check {

  /** What was found, at least one finding. */
  List<Finding> findings();
}
