-- Add user preferences
--
-- Revision: 002
-- Revises: 001
-- Created: 2026-03-16T10:05:00+03:00
--
-- A user without a row has the defaults, so nobody needs one written now.

-- migrate:up
create table user_preferences (
    user_id uuid not null,
    language text not null default 'mg',
    time_zone text not null default 'Indian/Antananarivo',
    channels notification_channel[] not null default '{in_app}',
    quiet_from time,
    quiet_until time,
    updated_at timestamptz not null default now(),
    constraint user_preferences_pkey primary key (user_id),
    constraint user_preferences_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
    constraint user_preferences_language_check check (language ~ '^[a-z]{2}(-[A-Z]{2})?$'),
    constraint user_preferences_time_zone_check check (time_zone ~ '\S'),
    constraint user_preferences_channels_check check (
        cardinality(channels) > 0 and array_position(channels, null) is null
    ),
    constraint user_preferences_quiet_check check (num_nulls(quiet_from, quiet_until) in (0, 2))
);

comment on column user_preferences.quiet_from is 'By time_zone; later than quiet_until where the night is quiet.';

create trigger user_preferences_set_updated_at before update on user_preferences
    for each row when (old.* is distinct from new.*) execute function set_updated_at();

-- migrate:down
drop table user_preferences;
