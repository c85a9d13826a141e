-- The field of cooperation in which a case was opened, if it is in one; figures of the past keep it whatever becomes of the case.
alter table lienket.dossier add column field text;

update lienket.dossier d set field = a.cooperation_field from lienket.activity a where a.case_code = d.code;
update lienket.dossier d set field = t.category from lienket.transfer_case t where t.case_code = d.code;
update lienket.dossier d set field = f.code
from (select agreement, min(code) as code from lienket.agreement_field group by agreement having count(*) = 1) f
where f.agreement = d.code;
