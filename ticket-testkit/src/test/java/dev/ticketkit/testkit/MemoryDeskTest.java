package dev.ticketkit.testkit;

class MemoryDeskTest extends DeskContract {}
