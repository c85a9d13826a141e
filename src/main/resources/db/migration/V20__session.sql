-- Who is signed in where: sessions outlive a node, and end when the database says so (tables of Spring Session JDBC).
create table lienket.spring_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);

create index spring_session_expiry on lienket.spring_session (expiry_time);
create index spring_session_principal on lienket.spring_session (principal_name);

create table lienket.spring_session_attributes (
    session_primary_id char(36) not null references lienket.spring_session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
