/** Tests of what examines a machine and a project. */
@NullMarked
package org.w3id.scokg.doctor;

import org.jspecify.annotations.NullMarked;
