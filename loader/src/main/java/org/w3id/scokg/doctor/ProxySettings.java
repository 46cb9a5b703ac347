package org.w3id.scokg.doctor;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether the machine sends what leaves it through a proxy. Their addresses may hold passwords and
 * are not told.
 *
 * @param environment the variables of the environment
 */
record ProxySettings(Map<String, String> environment) implements Check {

  private static final List<String> VARIABLES =
      List.of("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");

  @Override
  public List<Finding> findings() {
    TreeSet<String> set = new TreeSet<>(VARIABLES);
    set.removeIf(name -> environment.getOrDefault(name, "").isEmpty());
    boolean inJava =
        System.getProperty("http.proxyHost") != null
            || System.getProperty("https.proxyHost") != null;
    return List.of(
        set.isEmpty() || inJava
            ? Finding.ok("proxy", inJava ? "Java has a proxy set" : "none is set")
            : Finding.warning(
                "proxy",
                "%s is set, which Java does not follow".formatted(String.join(", ", set)),
                "if SERVICE is allowed and must use it, set -Dhttps.proxyHost and"
                    + " -Dhttps.proxyPort in JAVA_TOOL_OPTIONS"));
  }
}
