-- Assign crops to plots
--
-- Revision: 005
-- Revises: 003
-- Created: 2026-04-14T07:50:00+03:00

-- migrate:up
update crops
set plot_id = first_plot.id
from (
    select distinct on (farm_id) farm_id, id
    from plots
    order by farm_id, created_at, id
) as first_plot
where first_plot.farm_id = crops.farm_id
    and crops.plot_id is null;

alter table crops
    validate constraint crops_plot_id_fkey;

-- migrate:down
-- The assignments stay. Some were there before this revision, nothing tells which, and none does harm.
alter table crops
    drop constraint crops_plot_id_fkey,
    add constraint crops_plot_id_fkey
        foreign key (plot_id, farm_id) references plots (id, farm_id) not valid;
