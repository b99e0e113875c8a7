-- Merge fields and alerts
--
-- Revision: 006
-- Revises: 004, 005
-- Created: 2026-04-20T11:15:00+03:00

-- migrate:up

-- migrate:down
