-- One text for all that looks alike to who searches: lower case, no accents, Ð and ð like đ, every run of signs and blanks as one
-- space, a space before each word. Compatible forms (a no-break space, full-width letters) are what they stand for.
create or replace function lienket.search_text(text) returns text language sql immutable parallel safe
return ' ' || btrim(regexp_replace(
    translate(
        regexp_replace(
            lower(normalize($1, nfkd) collate pg_c_utf8),
            -- combining marks, and what has no width and divides no word
            U&'[\0300-\036F\00AD\200B-\200F\2060\FEFF]+', '', 'g'),
        U&'\0111\00F0\0256', 'ddd'),
    '[^[:alnum:]]+', ' ', 'g'));

-- written again with the new function
alter table lienket.enterprise alter column search_text
    set expression as (lienket.search_text(tax_code || ' ' || name));
alter table lienket.library_entry alter column search
    set expression as (
        setweight(to_tsvector('simple', lienket.search_text(title)), 'A')
        || setweight(to_tsvector('simple', lienket.search_text(coalesce(body, ''))), 'D'));

-- By what cases are found. Apart from the register, whose rows change with every step of a case: the index would be written each time.
create table lienket.dossier_text (
    code text primary key references lienket.dossier (code),
    words text not null,
    search_text text collate "C" generated always as (lienket.search_text(words)) stored
);

insert into lienket.dossier_text (code, words)
select d.code, concat_ws(' ', d.code, d.title, c.tax_code, c.enterprise_name)
from lienket.dossier d left join lienket.consulting_case c on c.case_code = d.code;

-- a short pending list: each search reads the whole of it
create index dossier_by_text on lienket.dossier_text using gin (search_text gin_trgm_ops)
    with (gin_pending_list_limit = 256);
