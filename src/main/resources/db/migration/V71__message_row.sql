-- Only the bodies of a mail lie apart, not its subject and its event as well, each of which took a row and an entry in an index of its own.
alter table lienket.message set (toast_tuple_target = 512);
