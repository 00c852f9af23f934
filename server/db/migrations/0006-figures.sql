-- What figures know of each dossier and each visit to the express lane, and what directors have signed.

CREATE TABLE lives (
  unit text NOT NULL,
  subject text NOT NULL,
  received_on text NOT NULL,
  -- Null while any of it is open.
  ended_on text,
  body text NOT NULL,
  PRIMARY KEY (unit, subject)
);
CREATE INDEX lives_received ON lives (unit, received_on);

CREATE TABLE signed_figures (
  unit text NOT NULL,
  device text NOT NULL,
  seq bigint NOT NULL,
  from_on text NOT NULL,
  until_on text NOT NULL,
  author text NOT NULL,
  at text NOT NULL,
  received_at text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (unit, device, seq)
);
CREATE INDEX signed_figures_period ON signed_figures (from_on, until_on);
