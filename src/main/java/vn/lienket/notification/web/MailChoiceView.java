package vn.lienket.notification.web;

import java.util.List;

/**
 * Which mails a person gets, and when.
 *
 * @param dailyFrom from which time of a working day on the daily mail goes out, {@code HH:mm} in Vietnam
 * @param told whether the person gets mails at all: who is not of the directory does not
 */
record MailChoiceView(List<Item> items, String dailyFrom, boolean told) {

    /**
     * What holds of one kind of mail.
     *
     * @param choices what may be chosen; none where nothing may
     * @param fixed why it cannot be switched off, or null
     */
    record Item(String kind, String name, String about, String choice, List<Choice> choices, String fixed) {}

    /** One of the possible answers. */
    record Choice(String id, String name) {}
}
