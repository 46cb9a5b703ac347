package org.w3id.scokg.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes the service (§3 of the specification). */
final class Manifest {

  private Manifest() {}

  /**
   * Writes the manifest.
   *
   * @param address where the service is, without a slash at its end
   * @param pages what the address of the page about a thing starts with, before its identifier
   */
  static ObjectNode of(Vocabulary vocabulary, String address, String pages) {
    ObjectNode manifest = Json.object();
    manifest.putArray("versions").add("0.2");
    manifest
        .put("name", vocabulary.title())
        .put("identifierSpace", vocabulary.entitySpace())
        .put("schemaSpace", vocabulary.termSpace())
        .put("batchSize", QueryReader.LARGEST_BATCH / 20);
    manifest.putArray("defaultTypes");
    manifest.putObject("view").put("url", pages + "{{id}}");
    manifest
        .putObject("preview")
        .put("url", address + "/preview?id={{id}}")
        .put("width", Preview.WIDTH)
        .put("height", Preview.HEIGHT);
    ObjectNode suggest = manifest.putObject("suggest");
    for (String kind : new String[] {"entity", "type", "property"}) {
      suggest
          .putObject(kind)
          .put("service_url", address)
          .put("service_path", "/suggest/" + kind)
          .put("flyout_service_url", address)
          .put("flyout_service_path", "/flyout/" + kind + "?id=${id}");
    }
    ObjectNode extend = manifest.putObject("extend");
    extend
        .putObject("propose_properties")
        .put("service_url", address)
        .put("service_path", "/properties");
    var settings = extend.putArray("property_settings");
    settings
        .addObject()
        .put("name", "limit")
        .put("label", "Limit")
        .put("type", "number")
        .put("default", 0)
        .put("help_text", "How many values are taken at most; 0 takes all");
    settings
        .addObject()
        .put("name", "language")
        .put("label", "Language")
        .put("type", "text")
        .put("default", "")
        .put("help_text", "Of texts that have a language, take only those in this one");
    return manifest;
  }
}
