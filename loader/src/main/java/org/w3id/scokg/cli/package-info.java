/** The command line: parses, calls one operation, prints, and gives an exit code. */
@NullMarked
package org.w3id.scokg.cli;

import org.jspecify.annotations.NullMarked;
