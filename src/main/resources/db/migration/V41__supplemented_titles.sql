-- A request that was supplemented with another title was shown and found by its first one.
with renamed as (
    update lienket.dossier d set title = t.title
    from lienket.transfer_case t where t.case_code = d.code and t.title <> d.title
    returning d.code, d.title)
update lienket.dossier_text w set words = concat_ws(' ', r.code, r.title) from renamed r where r.code = w.code;
