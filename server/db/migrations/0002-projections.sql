-- What the record says, folded into tables. Everything here but what says otherwise can be emptied and folded again.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- How far each log is folded; written in the transaction of the rows it speaks of.
CREATE TABLE projected (
  log text PRIMARY KEY,
  unit text NOT NULL,
  seq bigint NOT NULL,
  name text NOT NULL,
  received_at text
);

-- Which shape of the fold made the rows; another one folds again.
CREATE TABLE projection_version (version integer NOT NULL);

CREATE TABLE acts (
  unit text NOT NULL,
  device text NOT NULL,
  seq bigint NOT NULL,
  name text NOT NULL,
  subject text NOT NULL,
  kind text NOT NULL,
  author text NOT NULL,
  at text NOT NULL,
  clock text NOT NULL,
  received_at text NOT NULL,
  line text NOT NULL,
  PRIMARY KEY (unit, device, seq)
);
CREATE INDEX acts_subject ON acts (unit, subject);

CREATE TABLE dossiers (
  unit text NOT NULL,
  subject text NOT NULL,
  code text,
  state text NOT NULL,
  procedure_code text NOT NULL,
  procedure_name text NOT NULL,
  person_name text NOT NULL,
  personal_number text,
  phone text,
  received_at text NOT NULL,
  received_on text NOT NULL,
  due_on text,
  ended_on text,
  desk text NOT NULL,
  clerk text NOT NULL,
  dispute_count integer NOT NULL,
  act_count integer NOT NULL,
  arrived_at text NOT NULL,
  changed_at text NOT NULL,
  search text NOT NULL,
  PRIMARY KEY (unit, subject)
);
-- A short list of what is not yet in the tree: every search reads all of it.
CREATE INDEX dossiers_search ON dossiers USING gin (search gin_trgm_ops) WITH (gin_pending_list_limit = 128);
CREATE INDEX dossiers_received ON dossiers (received_at DESC);
CREATE INDEX dossiers_unit_received ON dossiers (unit, received_at DESC);
CREATE INDEX dossiers_due ON dossiers (unit, due_on) WHERE state = 'received';
CREATE INDEX dossiers_disputes ON dossiers (unit) WHERE dispute_count > 0;

-- Counts that a page asks for at once; they move with the rows. measure: open (by due day), received (by day of receipt), disputed.
CREATE TABLE dossier_counts (
  unit text NOT NULL,
  measure text NOT NULL,
  on_day text NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (unit, measure, on_day)
);
CREATE INDEX dossier_counts_measure ON dossier_counts (measure, on_day);

CREATE TABLE devices (
  unit text NOT NULL,
  device text NOT NULL,
  desk text NOT NULL,
  desk_number integer NOT NULL,
  range_from integer NOT NULL,
  range_to integer NOT NULL,
  public_key text NOT NULL,
  training boolean NOT NULL,
  continues text,
  admitted_at text NOT NULL,
  revoked_at text,
  revoked_reason text,
  PRIMARY KEY (unit, device)
);

-- What each letterbox says up to where it is folded, so that a start need not read all of it.
CREATE TABLE letterbox_states (
  log text PRIMARY KEY,
  seq bigint NOT NULL,
  name text NOT NULL,
  clock text NOT NULL,
  state text NOT NULL
);

CREATE TABLE users (
  unit text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  roles text NOT NULL,
  by_city boolean NOT NULL,
  appointed_at text NOT NULL,
  withdrawn_at text,
  PRIMARY KEY (unit, id)
);

CREATE TABLE city_users (
  id text PRIMARY KEY,
  name text NOT NULL,
  sign_in_name text NOT NULL,
  role text NOT NULL,
  unit text,
  appointed_at text NOT NULL,
  withdrawn_at text
);

CREATE TABLE enrolment_codes (
  id text PRIMARY KEY,
  unit text NOT NULL,
  desk text NOT NULL,
  issued_by text NOT NULL,
  issued_at text NOT NULL,
  expires_at text NOT NULL,
  used_by text,
  used_at text,
  withdrawn_at text
);

CREATE TABLE quarantine_decisions (
  id text PRIMARY KEY,
  decision text NOT NULL,
  note text NOT NULL,
  decided_by text NOT NULL,
  decided_at text NOT NULL
);

CREATE TABLE publications (
  seq bigint PRIMARY KEY,
  kind text NOT NULL,
  title text NOT NULL,
  count integer NOT NULL,
  published_by text NOT NULL,
  published_at text NOT NULL
);

CREATE TABLE looks (
  seq bigint PRIMARY KEY,
  city_user text NOT NULL,
  unit text NOT NULL,
  subject text NOT NULL,
  screen text NOT NULL,
  at text NOT NULL
);
CREATE INDEX looks_subject ON looks (unit, subject, seq DESC);

-- The statements of Kết ngày, found by their check code.
CREATE TABLE statements (
  unit text NOT NULL,
  device text NOT NULL,
  seq bigint NOT NULL,
  check_code text NOT NULL,
  day text NOT NULL,
  author text NOT NULL,
  at text NOT NULL,
  received_at text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (unit, device, seq)
);
CREATE INDEX statements_code ON statements (check_code);

-- Lines that are kept and cannot be folded by this version (rule S4).
CREATE TABLE unfoldable (
  unit text NOT NULL,
  device text NOT NULL,
  seq bigint NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  reason text NOT NULL,
  received_at text NOT NULL,
  PRIMARY KEY (unit, device, seq)
);

-- Not folded: how each PC was when it last spoke.
CREATE TABLE device_health (
  unit text NOT NULL,
  device text NOT NULL,
  exchanged_at text NOT NULL,
  program text NOT NULL,
  free_disk bigint NOT NULL,
  clock_drift bigint NOT NULL,
  waiting_dossiers integer NOT NULL,
  waiting_pages integer NOT NULL,
  PRIMARY KEY (unit, device)
);

-- Not folded: which whole pages came from which unit. A note that is lost is written again when the page is asked about.
CREATE TABLE pages_noted (
  unit text NOT NULL,
  sha256 text NOT NULL,
  device text NOT NULL,
  bytes bigint NOT NULL,
  noted_at text NOT NULL,
  brought boolean NOT NULL,
  confirmed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (unit, sha256)
);
CREATE INDEX pages_unconfirmed ON pages_noted (unit) WHERE NOT confirmed;
