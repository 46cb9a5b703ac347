package org.w3id.scokg.doctor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What a server runs on.
 *
 * @param java the version of Java
 * @param vendor who made it
 * @param heap how far the heap may grow, in bytes
 * @param memory the memory of the machine or of the container, in bytes
 * @param cores how many cores there are
 * @param files how many files may be open at once; -1 where the system does not say
 */
record Machine(Runtime.Version java, String vendor, long heap, long memory, int cores, long files)
    implements Check {

  private static final int OLDEST_JAVA = 17;
  private static final int MEBI = 1 << 20;
  private static final long LEAST_HEAP = 256;
  private static final long LEAST_FILES = 4096;

  /** This machine. */
  static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        Runtime.version(),
        System.getProperty("java.vendor", "an unknown vendor"),
        Runtime.getRuntime().maxMemory(),
        system.getTotalMemorySize(),
        Runtime.getRuntime().availableProcessors(),
        system instanceof UnixOperatingSystemMXBean unix ? unix.getMaxFileDescriptorCount() : -1);
  }

  @Override
  public List<Finding> findings() {
    return List.of(javaFinding(), heapFinding(), coresFinding(), filesFinding());
  }

  private Finding javaFinding() {
    return java.feature() < OLDEST_JAVA
        ? Finding.error(
            "java",
            "Java %d is too old".formatted(java.feature()),
            "install a JDK, %d or newer, and let JAVA_HOME name it".formatted(OLDEST_JAVA))
        : Finding.ok("java", "Java %s of %s".formatted(java, vendor));
  }

  private Finding heapFinding() {
    long heapMebi = heap / MEBI;
    long memoryMebi = memory / MEBI;
    if (heapMebi < LEAST_HEAP) {
      return Finding.warning(
          "memory",
          "the heap may grow to %d MB only".formatted(heapMebi),
          "allow more, for example JAVA_TOOL_OPTIONS=-Xmx512m");
    }
    if (heapMebi > memoryMebi * 3 / 4) {
      return Finding.warning(
          "memory",
          "the heap may grow to %d MB of the %d MB there are".formatted(heapMebi, memoryMebi),
          "leave a quarter to the system, which keeps the database's files in it");
    }
    return Finding.ok(
        "memory", "the heap may grow to %d MB of %d MB".formatted(heapMebi, memoryMebi));
  }

  private Finding coresFinding() {
    return cores < 2
        ? Finding.warning(
            "cores", "there is one core", "give it two, so that a long query does not hold up all")
        : Finding.ok("cores", "%d cores".formatted(cores));
  }

  private Finding filesFinding() {
    if (files < 0) {
      return Finding.ok("files", "the system does not say how many files may be open");
    }
    return files < LEAST_FILES
        ? Finding.warning(
            "files",
            "only %d files may be open at once".formatted(files),
            "allow %d: ulimit -n, or LimitNOFILE= of the systemd unit".formatted(LEAST_FILES))
        : Finding.ok("files", "%d files may be open at once".formatted(files));
  }
}
