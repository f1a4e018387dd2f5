/** How text is checked and compared, everywhere alike. */
@NullMarked
package dev.ticketkit.spi.text;

import org.jspecify.annotations.NullMarked;
