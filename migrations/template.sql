-- ${message}
--
-- Revision: ${revision}
-- Revises: ${revises}
-- Depends on: ${depends_on}
-- Labels: ${labels}
-- Created: ${created}

-- migrate:up

-- migrate:down
