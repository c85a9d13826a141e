-- That an answer was not given in time is a state of its own: the status of a dossier is a function of its case's state.
update lienket.transfer_case c set state = 'SUSPENDED'
from lienket.dossier d where d.code = c.case_code and d.status = 8 and c.state = 'SUPPLEMENTING';
update lienket.consulting_case c set state = 'SUSPENDED'
from lienket.dossier d where d.code = c.case_code and d.status = 8 and c.state = 'SUPPLEMENTING';

-- A supplement is the same in both.
alter table lienket.transfer_case rename column check_days_left to supplement_days_left;
alter table lienket.consulting_case rename column verification_days_left to supplement_days_left;
