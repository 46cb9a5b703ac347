package org.w3id.scokg.blackbox;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.w3id.scokg.cli.Main;

/** One run of the program in this process. */
record Cli(int code, String out, String err) {

  static Cli run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Cli(code, out.toString(), err.toString());
  }

  static Cli run(List<String> args) {
    return run(args.toArray(String[]::new));
  }
}
