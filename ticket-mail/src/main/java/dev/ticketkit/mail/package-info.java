/** Notifications by mail: {@link dev.ticketkit.mail.MailNotifier} sends them over SMTP. */
@NullMarked
package dev.ticketkit.mail;

import org.jspecify.annotations.NullMarked;
