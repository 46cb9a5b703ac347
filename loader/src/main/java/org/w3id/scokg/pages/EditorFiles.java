package org.w3id.scokg.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of the SPARQL editor, under names that tell their content, so that they are kept for
 * long: Yasqe, as its WebJar has it, and what is ours around it.
 */
final class EditorFiles {

  /** What the program is called that edits. */
  static final String EDITOR = "yasqe.min.js";

  /** What it looks like. */
  static final String EDITOR_STYLE = "yasqe.min.css";

  /** Whose work it contains, and under which licences. */
  static final String NOTICE = "yasqe.licences.txt";

  /** Our own program: completion, answers, charts, maps. */
  static final String SCRIPT = "ask.js";

  /** Our own style. */
  static final String STYLE = "ask.css";

  private static final String WEBJAR = "/META-INF/resources/webjars/zazuko__yasqe/4.5.0/build/";

  private EditorFiles() {}

  /** The files themselves. */
  static Assets load() {
    Map<String, String> resources = new LinkedHashMap<>();
    resources.put(EDITOR, WEBJAR + EDITOR);
    resources.put(EDITOR_STYLE, WEBJAR + EDITOR_STYLE);
    List.of(NOTICE, SCRIPT, STYLE).forEach(name -> resources.put(name, name));
    return Assets.of(resources);
  }
}
