#!/bin/sh
# Sets up LienKet's database in the container "postgres", as often as one likes: PostgreSQL runs it at its first start, and by hand
# it takes over a volume of an earlier version, in which the application was the superuser:
#   docker compose -f docker/compose.yaml exec postgres sh /docker-entrypoint-initdb.d/lienket.sh
# The superuser is postgres and has no password: he gets in from within this container only.
# no -u: a file that is not executable is read into PostgreSQL's own start script
set -e

as() {
    psql --no-psqlrc -q -v ON_ERROR_STOP=1 -U "$1" -d lienket
}

if ! printf 'select 1' | as postgres > /dev/null 2>&1; then
    # of an earlier version: the first superuser stays one for ever, so it gives its name away
    printf 'drop role if exists lienket_upgrade; create role lienket_upgrade superuser login;' | as lienket
    printf 'alter role lienket rename to postgres;' | as lienket_upgrade
fi
printf 'drop role if exists lienket_upgrade;' | as postgres

as postgres < /usr/local/share/lienket/migration/V18__audit.sql
as postgres < /usr/local/share/lienket/ownership.sql
psql --no-psqlrc -q -v ON_ERROR_STOP=1 -v password="$LIENKET_DB_PASSWORD" -U postgres -d lienket << 'END'
alter role lienket password :'password';
alter role postgres password null;
END
