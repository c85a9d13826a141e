-- the version of the rule by which every enterprise was last given its size
create table lienket.enterprise_sizing (
    single boolean primary key default true check (single),
    version text not null
);
