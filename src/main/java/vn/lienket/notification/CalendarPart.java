package vn.lienket.notification;

/**
 * What calendars read of a mail.
 *
 * @param method {@code REQUEST} or {@code CANCEL} (RFC 5546)
 * @param text an iCalendar object (RFC 5545)
 */
record CalendarPart(String method, String text) {}
