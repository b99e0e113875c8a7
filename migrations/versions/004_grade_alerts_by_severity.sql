-- Grade alerts by severity
--
-- Revision: 004
-- Revises: 002
-- Labels: alerts
-- Created: 2026-04-09T16:45:00+03:00
--
-- A constant default costs no rewrite: alerts raised so far read as warnings from the same moment on.

-- migrate:up
create type alert_severity as enum ('information', 'warning', 'critical');

alter table alerts
    add column severity alert_severity not null default 'warning';

-- migrate:down
alter table alerts
    drop column severity;

drop type alert_severity;
