-- The record of a city on PostgreSQL: what the embedded one keeps in flushed files. Never emptied, never folded from anything.

CREATE TABLE logs (
  device text PRIMARY KEY,
  seq bigint NOT NULL,
  name text NOT NULL
);

CREATE TABLE log_batches (
  device text NOT NULL,
  first_seq bigint NOT NULL,
  last_seq bigint NOT NULL,
  last_name text NOT NULL,
  lines text NOT NULL,
  pushed_by text NOT NULL,
  signature text NOT NULL,
  received_at text NOT NULL,
  PRIMARY KEY (device, first_seq)
);
CREATE TABLE quarantine_lines (
  id text PRIMARY KEY,
  device text NOT NULL,
  pushed_by text NOT NULL,
  reason text NOT NULL,
  lines text NOT NULL,
  received_at text NOT NULL
);
