-- Add locust alerts
--
-- Revision: 009
-- Revises: 008
-- Created: 2026-09-21T09:00:00+03:00

-- migrate:up
alter type alert_kind add value 'locusts' after 'pest';

-- migrate:down
-- PostgreSQL cannot take a value out of a type, so the type is made anew and locusts become pests again.
-- A farm may have one open alert of a kind: where it has both, that of the locusts is resolved.
update alerts
set status = 'resolved', resolved_at = greatest(raised_at, now())
where kind = 'locusts'
    and status = 'open'
    and exists (
        select
        from alerts as pest
        where pest.farm_id = alerts.farm_id
            and pest.kind = 'pest'
            and pest.status = 'open'
    );

alter type alert_kind rename to alert_kind_with_locusts;

create type alert_kind as enum ('drought', 'flood', 'cyclone', 'pest', 'disease', 'soil');

alter table alerts
    alter column kind type alert_kind
        using (case kind when 'locusts' then 'pest' else kind::text end)::alert_kind;

drop type alert_kind_with_locusts;
