-- Initial schema
--
-- Revision: 001
-- Revises:
-- Created: 2026-03-02T08:30:00+03:00
--
-- Keys are uuids where a phone out in the field may make the row before it has a network, and identity
-- numbers where only the server writes. Units are part of a column's name.

-- migrate:up
create type user_role as enum ('farmer', 'agronomist', 'administrator');
create type context_kind as enum ('farm', 'season', 'market', 'conversation');
create type crop_status as enum ('planned', 'growing', 'harvested', 'lost');
create type measurement_source as enum ('estimate', 'satellite', 'station', 'sensor', 'laboratory');
create type alert_kind as enum ('drought', 'flood', 'cyclone', 'pest', 'disease', 'soil');
create type alert_status as enum ('open', 'acknowledged', 'resolved');
create type notification_channel as enum ('in_app', 'push', 'sms', 'email');
create type notification_status as enum ('pending', 'sent', 'failed');
create type recommendation_kind as enum ('sowing', 'irrigation', 'fertilisation', 'protection', 'harvest');
create type recommendation_status as enum ('proposed', 'accepted', 'declined', 'done');

comment on type measurement_source is 'From the least to the most trusted.';

create function set_updated_at() returns trigger
    language plpgsql
as $$
begin
    new.updated_at := now();
    return new;
end;
$$;

comment on function set_updated_at() is 'For a trigger before update, on tables with a column updated_at.';

create table users (
    id uuid not null default gen_random_uuid(),
    full_name text not null,
    email text,
    phone text,
    password_hash text not null,
    role user_role not null default 'farmer',
    deactivated_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint users_pkey primary key (id),
    constraint users_phone_key unique (phone),
    constraint users_full_name_check check (full_name ~ '\S'),
    constraint users_email_check check (email ~ '^[^@\s]+@[^@\s]+$'),
    constraint users_phone_check check (phone ~ '^\+[1-9][0-9]{6,14}$'),
    constraint users_contact_check check (num_nonnulls(email, phone) > 0)
);

create unique index users_email_key on users (lower(email));

comment on constraint users_contact_check on users is 'Many farmers have a phone and no address, some the reverse.';

create table farms (
    id uuid not null default gen_random_uuid(),
    owner_id uuid not null,
    name text not null,
    country text not null default 'MG',
    region text not null,
    latitude numeric(8, 6),
    longitude numeric(9, 6),
    altitude_m smallint,
    area_ha numeric(10, 4) not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint farms_pkey primary key (id),
    constraint farms_owner_id_name_key unique (owner_id, name),
    constraint farms_owner_id_fkey foreign key (owner_id) references users (id) on delete restrict,
    constraint farms_name_check check (name ~ '\S'),
    constraint farms_country_check check (country ~ '^[A-Z]{2}$'),
    constraint farms_latitude_check check (latitude between -90 and 90),
    constraint farms_longitude_check check (longitude between -180 and 180),
    constraint farms_location_check check (num_nulls(latitude, longitude) in (0, 2)),
    constraint farms_area_ha_check check (area_ha > 0)
);

create index farms_region_idx on farms (country, region);

comment on column farms.country is 'ISO 3166-1, two letters.';

create table contexts (
    id uuid not null default gen_random_uuid(),
    user_id uuid not null,
    farm_id uuid,
    kind context_kind not null,
    content jsonb not null,
    valid_from timestamptz not null default now(),
    valid_until timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint contexts_pkey primary key (id),
    constraint contexts_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
    constraint contexts_farm_id_fkey foreign key (farm_id) references farms (id) on delete cascade,
    constraint contexts_farm_check check (kind not in ('farm', 'season') or farm_id is not null),
    constraint contexts_content_check check (jsonb_typeof(content) = 'object'),
    constraint contexts_validity_check check (valid_until > valid_from)
);

create index contexts_user_id_idx on contexts (user_id, valid_from desc);
create index contexts_farm_id_idx on contexts (farm_id) where farm_id is not null;
create index contexts_content_idx on contexts using gin (content jsonb_path_ops);

comment on table contexts is 'What the advisor knows when it answers a user: a document and how long it holds.';

create table crops (
    id uuid not null default gen_random_uuid(),
    farm_id uuid not null,
    species text not null,
    variety text,
    status crop_status not null default 'planned',
    area_ha numeric(10, 4) not null,
    sown_on date,
    harvest_expected_on date,
    harvested_on date,
    yield_kg numeric(12, 2),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint crops_pkey primary key (id),
    constraint crops_id_farm_id_key unique (id, farm_id),
    constraint crops_farm_id_fkey foreign key (farm_id) references farms (id) on delete cascade,
    constraint crops_species_check check (species ~ '\S'),
    constraint crops_area_ha_check check (area_ha > 0),
    constraint crops_yield_kg_check check (yield_kg >= 0),
    constraint crops_harvest_expected_on_check check (harvest_expected_on > sown_on),
    constraint crops_harvested_on_check check (harvested_on > sown_on),
    constraint crops_status_check check (
        case status
            when 'planned' then num_nonnulls(sown_on, harvested_on, yield_kg) = 0
            when 'growing' then sown_on is not null and num_nonnulls(harvested_on, yield_kg) = 0
            when 'harvested' then num_nonnulls(sown_on, harvested_on) = 2
            when 'lost' then sown_on is not null and harvested_on is null
        end
    )
);

create index crops_farm_id_idx on crops (farm_id, status);

comment on constraint crops_id_farm_id_key on crops is 'Lets other tables hold a crop to its farm.';

create table soil_data (
    id bigint generated always as identity,
    farm_id uuid not null,
    source measurement_source not null,
    measured_at timestamptz not null,
    depth_cm smallint not null,
    ph numeric(4, 2),
    moisture_percent numeric(5, 2),
    temperature_c numeric(5, 2),
    organic_carbon_percent numeric(5, 2),
    nitrogen_mg_kg numeric(8, 2),
    phosphorus_mg_kg numeric(8, 2),
    potassium_mg_kg numeric(8, 2),
    created_at timestamptz not null default now(),
    constraint soil_data_pkey primary key (id),
    constraint soil_data_measurement_key unique (farm_id, measured_at, depth_cm, source),
    constraint soil_data_farm_id_fkey foreign key (farm_id) references farms (id) on delete cascade,
    constraint soil_data_depth_cm_check check (depth_cm between 0 and 300),
    constraint soil_data_ph_check check (ph between 0 and 14),
    constraint soil_data_moisture_percent_check check (moisture_percent between 0 and 100),
    constraint soil_data_temperature_c_check check (temperature_c between -40 and 80),
    constraint soil_data_organic_carbon_percent_check check (organic_carbon_percent between 0 and 100),
    constraint soil_data_nutrients_check check (least(nitrogen_mg_kg, phosphorus_mg_kg, potassium_mg_kg) >= 0),
    constraint soil_data_values_check check (
        num_nonnulls(
            ph, moisture_percent, temperature_c, organic_carbon_percent,
            nitrogen_mg_kg, phosphorus_mg_kg, potassium_mg_kg
        ) > 0
    )
);

create table weather_data (
    id bigint generated always as identity,
    farm_id uuid not null,
    source measurement_source not null,
    observed_at timestamptz not null,
    temperature_c numeric(5, 2),
    humidity_percent numeric(5, 2),
    rainfall_mm numeric(6, 2),
    wind_speed_m_s numeric(5, 2),
    wind_direction_deg smallint,
    pressure_hpa numeric(6, 2),
    created_at timestamptz not null default now(),
    constraint weather_data_pkey primary key (id),
    constraint weather_data_observation_key unique (farm_id, observed_at, source),
    constraint weather_data_farm_id_fkey foreign key (farm_id) references farms (id) on delete cascade,
    constraint weather_data_temperature_c_check check (temperature_c between -60 and 60),
    constraint weather_data_humidity_percent_check check (humidity_percent between 0 and 100),
    constraint weather_data_rainfall_mm_check check (rainfall_mm >= 0),
    constraint weather_data_wind_speed_m_s_check check (wind_speed_m_s between 0 and 120),
    constraint weather_data_wind_direction_deg_check check (wind_direction_deg between 0 and 359),
    constraint weather_data_pressure_hpa_check check (pressure_hpa between 500 and 1100),
    constraint weather_data_values_check check (
        num_nonnulls(temperature_c, humidity_percent, rainfall_mm, wind_speed_m_s, pressure_hpa) > 0
    )
);

-- Rows arrive in the order of time, so ranges of blocks are index enough for reports over all farms.
create index weather_data_observed_at_idx on weather_data using brin (observed_at);

create table alerts (
    id uuid not null default gen_random_uuid(),
    farm_id uuid not null,
    kind alert_kind not null,
    status alert_status not null default 'open',
    message text not null,
    raised_at timestamptz not null default now(),
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    resolved_at timestamptz,
    updated_at timestamptz not null default now(),
    constraint alerts_pkey primary key (id),
    constraint alerts_farm_id_fkey foreign key (farm_id) references farms (id) on delete cascade,
    constraint alerts_acknowledged_by_fkey foreign key (acknowledged_by) references users (id) on delete set null,
    constraint alerts_message_check check (message ~ '\S'),
    constraint alerts_acknowledged_at_check check (acknowledged_at >= raised_at),
    constraint alerts_acknowledged_by_check check (acknowledged_by is null or acknowledged_at is not null),
    constraint alerts_resolved_at_check check (resolved_at >= raised_at),
    constraint alerts_status_check check (
        case status
            when 'open' then num_nonnulls(acknowledged_at, resolved_at) = 0
            when 'acknowledged' then acknowledged_at is not null and resolved_at is null
            when 'resolved' then resolved_at is not null
        end
    )
);

create unique index alerts_open_key on alerts (farm_id, kind) where status = 'open';
create index alerts_farm_id_idx on alerts (farm_id, raised_at desc);
create index alerts_acknowledged_by_idx on alerts (acknowledged_by) where acknowledged_by is not null;

comment on index alerts_open_key is 'A sensor that repeats itself must not raise the same alert twice.';

create table notifications (
    id bigint generated always as identity,
    user_id uuid not null,
    alert_id uuid,
    channel notification_channel not null,
    status notification_status not null default 'pending',
    body text not null,
    failure text,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    read_at timestamptz,
    constraint notifications_pkey primary key (id),
    constraint notifications_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
    constraint notifications_alert_id_fkey foreign key (alert_id) references alerts (id) on delete cascade,
    constraint notifications_body_check check (body ~ '\S'),
    constraint notifications_status_check check (
        case status
            when 'pending' then num_nonnulls(sent_at, failure) = 0
            when 'sent' then sent_at is not null and failure is null
            when 'failed' then sent_at is null and failure is not null
        end
    ),
    constraint notifications_read_at_check check (read_at is null or (sent_at is not null and read_at >= sent_at))
);

create index notifications_user_id_idx on notifications (user_id, created_at desc);
create index notifications_alert_id_idx on notifications (alert_id) where alert_id is not null;
create index notifications_pending_idx on notifications (created_at) where status = 'pending';

comment on index notifications_pending_idx is 'The queue of the sender, as short as what is left to send.';

create table recommendations (
    id uuid not null default gen_random_uuid(),
    farm_id uuid not null,
    crop_id uuid,
    context_id uuid,
    kind recommendation_kind not null,
    status recommendation_status not null default 'proposed',
    advice text not null,
    confidence numeric(4, 3) not null,
    decided_at timestamptz,
    expires_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint recommendations_pkey primary key (id),
    constraint recommendations_farm_id_fkey foreign key (farm_id) references farms (id) on delete cascade,
    constraint recommendations_crop_id_fkey
        foreign key (crop_id, farm_id) references crops (id, farm_id) on delete cascade,
    constraint recommendations_context_id_fkey
        foreign key (context_id) references contexts (id) on delete set null,
    constraint recommendations_advice_check check (advice ~ '\S'),
    constraint recommendations_confidence_check check (confidence between 0 and 1),
    constraint recommendations_decided_at_check check ((status = 'proposed') = (decided_at is null)),
    constraint recommendations_expires_at_check check (expires_at > created_at)
);

create index recommendations_farm_id_idx on recommendations (farm_id, created_at desc);
create index recommendations_crop_id_idx on recommendations (crop_id) where crop_id is not null;
create index recommendations_context_id_idx on recommendations (context_id) where context_id is not null;

create trigger users_set_updated_at before update on users
    for each row when (old.* is distinct from new.*) execute function set_updated_at();
create trigger farms_set_updated_at before update on farms
    for each row when (old.* is distinct from new.*) execute function set_updated_at();
create trigger contexts_set_updated_at before update on contexts
    for each row when (old.* is distinct from new.*) execute function set_updated_at();
create trigger crops_set_updated_at before update on crops
    for each row when (old.* is distinct from new.*) execute function set_updated_at();
create trigger alerts_set_updated_at before update on alerts
    for each row when (old.* is distinct from new.*) execute function set_updated_at();
create trigger recommendations_set_updated_at before update on recommendations
    for each row when (old.* is distinct from new.*) execute function set_updated_at();

-- migrate:down
drop table recommendations;
drop table notifications;
drop table alerts;
drop table weather_data;
drop table soil_data;
drop table crops;
drop table contexts;
drop table farms;
drop table users;

drop function set_updated_at();

drop type recommendation_status;
drop type recommendation_kind;
drop type notification_status;
drop type notification_channel;
drop type alert_status;
drop type alert_kind;
drop type measurement_source;
drop type crop_status;
drop type context_kind;
drop type user_role;
