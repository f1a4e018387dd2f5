package dev.ticketkit.samples.quickstart.log;

/** The columns a log must have; others do not matter. */
enum LogColumn {
    CASE_ID("Case ID"),
    ACTIVITY("Activity"),
    RESOURCE("Resource"),
    TIME("Complete Timestamp"),
    CUSTOMER("customer"),
    PRODUCT("product"),
    SERIOUSNESS("seriousness_2");

    final String title;

    LogColumn(String title) {
        this.title = title;
    }
}
