package vn.lienket.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/** Writes invitations as calendars read them (RFC 5545, RFC 5546): the application invites, the recipients of the notice come. */
@Component
class Invitations {

    private static final String PRODUCT = "-//LienKet//LienKet//VI";

    private static final int MAX_LINE = 75;

    private final NotificationProperties properties;

    Invitations(NotificationProperties properties) {
        this.properties = properties;
    }

    CalendarPart write(Invitation invitation, Collection<Recipient> recipients, Instant now) {
        Method method = invitation.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
        Calendar calendar = new Calendar()
                .withProdId(PRODUCT)
                .withProperty(ImmutableVersion.VERSION_2_0)
                .withProperty(ImmutableCalScale.GREGORIAN)
                .withProperty(method)
                .withComponent(event(invitation, recipients, now))
                .getFluentTarget();
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(true, Integer.MAX_VALUE).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CalendarPart(method.getValue(), folded(text.toString()));
    }

    /** The library folds lines by characters, but the standard counts octets, of which a Vietnamese letter takes up to three. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int letter : text.codePoints().toArray()) {
            int size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (letter >= ' ' && octets + size > MAX_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(letter);
            octets = letter == '\n' ? 0 : octets + size;
        }
        return folded.toString();
    }

    private VEvent event(Invitation invitation, Collection<Recipient> recipients, Instant now) {
        Status status = invitation.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
        VEvent event = new VEvent(new PropertyList());
        event.add(new Uid(
                        "%s@%s".formatted(invitation.id(), properties.baseUrl().getHost())))
                .add(new DtStamp(now))
                .add(new Sequence(invitation.sequence()))
                .add(new DtStart<>(invitation.from()))
                // the first day on which it is over
                .add(new DtEnd<>(invitation.to().plusDays(1)))
                .add(new Summary(invitation.title()))
                .add(status)
                .add(organizer());
        if (invitation.place() != null) {
            event.add(new Location(invitation.place()));
        }
        if (invitation.description() != null) {
            event.add(new Description(invitation.description()));
        }
        recipients.forEach(recipient -> event.add(attendee(recipient)));
        return event;
    }

    private Organizer organizer() {
        InternetAddress sender = sender();
        Organizer organizer = new Organizer(mailto(sender.getAddress()));
        if (sender.getPersonal() != null) {
            organizer.add(new Cn(sender.getPersonal()));
        }
        return organizer;
    }

    private InternetAddress sender() {
        try {
            return new InternetAddress(properties.mail().from());
        } catch (AddressException e) {
            throw new IllegalStateException(
                    "lienket.mail.from is no mailbox: " + properties.mail().from(), e);
        }
    }

    private static Attendee attendee(Recipient recipient) {
        Attendee attendee = new Attendee(mailto(recipient.email()));
        attendee.add(new Cn(recipient.name()))
                .add(Role.REQ_PARTICIPANT)
                .add(PartStat.NEEDS_ACTION)
                .add(Rsvp.TRUE);
        return attendee;
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("No mail address: " + address, e);
        }
    }
}
