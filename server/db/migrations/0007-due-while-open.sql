-- Overdue is whatever the office still works on, not only what lies at the counter.
DROP INDEX IF EXISTS dossiers_due;
CREATE INDEX dossiers_due ON dossiers (unit, due_on) WHERE state IN ('received', 'processing', 'awaitingSignature');
