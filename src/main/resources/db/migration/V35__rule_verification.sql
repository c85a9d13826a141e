-- How far the rule behind a result was verified when it decided: null where a person decided.
alter table lienket.transfer_case
    add route_verification_mark text,
    add route_verification_reservation text,
    add registration_verification_mark text,
    add registration_verification_reservation text;

alter table lienket.consulting_case
    add size_verification_mark text,
    add size_verification_reservation text;

alter table lienket.consulting_assessment
    add verification_mark text,
    add verification_reservation text;

alter table lienket.consulting_entitlement
    add verification_mark text,
    add verification_reservation text;

alter table lienket.consulting_grant
    add verification_mark text,
    add verification_reservation text;

-- Results of before get the mark that their rule has on the day on which it decided; what a person decided quotes no table.
update lienket.transfer_case
set route_verification_mark = 'READ'
where route_citation like 'Thỏa thuận hợp tác giữa Sở Thông tin và Truyền thông%ký ngày 06/10/2023';

update lienket.transfer_case
set registration_verification_mark = case when contracted_on < '2026-04-01' then 'READ' else 'RECALLED' end,
    registration_verification_reservation = case when contracted_on >= '2026-04-01' then
        'Luật số 115/2025/QH15 sửa đổi Luật Chuyển giao công nghệ từ 01/4/2026; chưa rõ ảnh hưởng đến Điều 31, nên kết quả là đề xuất' end
where registration_citation = 'Luật Chuyển giao công nghệ số 07/2017/QH14, Điều 31';

create function pg_temp.mark(known text, decided_on date) returns text language sql as
    $$select case when decided_on < '2026-07-01' then known else 'RECALLED' end$$;

create function pg_temp.reason(decided_on date) returns text language sql as
    $$select case when decided_on >= '2026-07-01' then
        'Từ 01/7/2026 áp dụng Luật Chuyển đổi số (148/2025/QH15) và Nghị định 224/2026/NĐ-CP; chưa tìm được phần quy định cho doanh nghiệp nhỏ và vừa' end$$;

update lienket.consulting_case c
set size_verification_mark = pg_temp.mark('SECONDARY', d.opened_at::date),
    size_verification_reservation = pg_temp.reason(d.opened_at::date)
from lienket.dossier d
where d.code = c.case_code and c.size_citation = 'Nghị định 80/2021/NĐ-CP, Điều 5';

update lienket.consulting_assessment
set verification_mark = 'INTERNAL'
where level_citation = 'Bộ câu hỏi nội bộ, chưa phải bộ tiêu chí chính thức';

update lienket.consulting_entitlement e
set verification_mark = pg_temp.mark(
        case when e.citation like '%Điều 11' then 'READ' else 'SECONDARY' end, coalesce(c.support_decided_on, current_date)),
    verification_reservation = pg_temp.reason(coalesce(c.support_decided_on, current_date))
from lienket.consulting_case c
where c.case_code = e.consulting_case and e.decided_by is null and e.citation is not null;

update lienket.consulting_grant g
set verification_mark = e.verification_mark,
    verification_reservation = e.verification_reservation
from lienket.consulting_entitlement e
where e.consulting_case = g.consulting_case and e.support_kind = g.support_kind;

drop function pg_temp.mark(text, date);
drop function pg_temp.reason(date);
