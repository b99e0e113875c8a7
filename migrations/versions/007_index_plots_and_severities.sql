-- Index plots and severities
--
-- Revision: 007
-- Revises: 006
-- Created: 2026-05-05T14:30:00+03:00
--
-- Both tables are written around the clock. Built concurrently, an index keeps no writer waiting.

-- migrate:up transaction:false
create index concurrently crops_plot_id_idx on crops (plot_id) where plot_id is not null;

create index concurrently alerts_severity_idx on alerts (severity desc, raised_at desc) where status <> 'resolved';

-- migrate:down transaction:false
drop index concurrently alerts_severity_idx;

drop index concurrently crops_plot_id_idx;
