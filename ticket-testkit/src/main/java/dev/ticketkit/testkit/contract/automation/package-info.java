/** What a store promises of automations, executions and firings. */
@NullMarked
package dev.ticketkit.testkit.contract.automation;

import org.jspecify.annotations.NullMarked;
