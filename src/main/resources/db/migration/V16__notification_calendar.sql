-- what calendars read of a message (RFC 5545), as it was when the message was written: a repeat says the same
alter table lienket.message
    add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
    add column calendar_text text,
    add check ((calendar_method is null) = (calendar_text is null));
