/** What all pages have: language, words, errors. */
@NullMarked
package dev.ticketkit.samples.helpdesk.page;

import org.jspecify.annotations.NullMarked;
