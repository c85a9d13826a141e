package vn.lienket.calendar;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;

/** The calendars of the reference data, found by the organisation that works by them. */
@Component
class WorkingCalendars {

    static final String DEFAULT = "civil-service";

    private final Map<String, WorkingCalendar> calendars;
    private final Parties parties;

    WorkingCalendars(CalendarProperties properties, Parties parties) {
        this.calendars = WorkingDaysReader.read(properties.location());
        this.parties = parties;
    }

    /** The calendar of an organisation; IllegalArgumentException if either is unknown. */
    WorkingCalendar of(String organisation) {
        Organisation known = parties.acting(organisation)
                .orElseThrow(() -> new IllegalArgumentException("Unknown organisation " + organisation));
        String id = known.calendar() == null ? DEFAULT : known.calendar();
        WorkingCalendar calendar = calendars.get(id);
        if (calendar == null) {
            throw new IllegalArgumentException("Organisation " + organisation + " has an unknown calendar " + id);
        }
        return calendar;
    }
}
