/** Whether a machine and a project are fit to serve: {@link Doctor} is the entry. */
@NullMarked
package org.w3id.scokg.doctor;

import org.jspecify.annotations.NullMarked;
