-- The bodies of a mail lie apart: that it was sent is then written without writing them again.
alter table lienket.message set (toast_tuple_target = 256);
