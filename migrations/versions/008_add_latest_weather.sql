-- Add latest weather
--
-- Revision: 008
-- Revises: 007
-- Created: 2026-06-11T08:10:00+03:00

-- migrate:up
-- For each farm one step into weather_data_observation_key, from its end; of several sources at one
-- moment that is the most trusted.
create view latest_weather as
select latest.*
from farms
cross join lateral (
    select
        farm_id, source, observed_at, temperature_c, humidity_percent,
        rainfall_mm, wind_speed_m_s, wind_direction_deg, pressure_hpa
    from weather_data
    where weather_data.farm_id = farms.id
    order by weather_data.observed_at desc, weather_data.source desc
    limit 1
) as latest;

comment on view latest_weather is 'The last observation of each farm; a farm without any has no row.';

-- migrate:down
drop view latest_weather;
