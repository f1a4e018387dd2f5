/** People are told what happens at the desk while it happens; what is sent is only counted. */
@NullMarked
package dev.ticketkit.samples.quickstart.delivery;

import org.jspecify.annotations.NullMarked;
