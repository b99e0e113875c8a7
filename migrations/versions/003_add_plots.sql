-- Add plots
--
-- Revision: 003
-- Revises: 002
-- Labels: fields
-- Created: 2026-04-07T09:20:00+03:00
--
-- Each farm begins with one plot, the whole of it. Crops find theirs in 005: the foreign key waits until
-- then to be validated, so that no lock on crops is held for longer than a change of the catalog takes.

-- migrate:up
create table plots (
    id uuid not null default gen_random_uuid(),
    farm_id uuid not null,
    name text not null,
    area_ha numeric(10, 4) not null,
    boundary jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint plots_pkey primary key (id),
    constraint plots_id_farm_id_key unique (id, farm_id),
    constraint plots_farm_id_name_key unique (farm_id, name),
    constraint plots_farm_id_fkey foreign key (farm_id) references farms (id) on delete cascade,
    constraint plots_name_check check (name ~ '\S'),
    constraint plots_area_ha_check check (area_ha > 0),
    constraint plots_boundary_check check (boundary @> '{"type": "Polygon"}')
);

comment on column plots.boundary is 'GeoJSON, longitude before latitude.';

create trigger plots_set_updated_at before update on plots
    for each row when (old.* is distinct from new.*) execute function set_updated_at();

insert into plots (farm_id, name, area_ha)
select id, 'Whole farm', area_ha
from farms;

-- Not "on delete restrict": a farm that goes takes its plots and its crops along in one statement.
alter table crops
    add column plot_id uuid,
    add constraint crops_plot_id_fkey
        foreign key (plot_id, farm_id) references plots (id, farm_id) not valid;

-- migrate:down
alter table crops
    drop constraint crops_plot_id_fkey,
    drop column plot_id;

drop table plots;
