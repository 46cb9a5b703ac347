package org.w3id.scokg.doctor;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Examines a machine and a project, and changes nothing. */
public final class Doctor {

  private Doctor() {}

  /** What was found, check by check; every check is made whatever the others have found. */
  public static List<Finding> examine(Patient patient) {
    return Stream.of(
            Machine.here(),
            new ProxySettings(patient.environment()),
            new BuildFolder(patient.builds()),
            new CurrentBuild(patient.builds()),
            new SystemClock(patient.builds(), Clock.systemUTC()),
            new Configuration(patient.configuration(), patient.project()),
            new Port(patient.host(), patient.port()),
            new Tokens(patient.tokens(), patient.environment()))
        .flatMap(check -> check.findings().stream())
        .toList();
  }
}
