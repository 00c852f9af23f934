-- Who is signed in to the city's pages. No record: lost in a power cut, people sign in again.
CREATE TABLE sessions (
  sha256 text PRIMARY KEY,
  user_id text NOT NULL,
  csrf text NOT NULL,
  begun_at bigint NOT NULL,
  seen_at bigint NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id);
