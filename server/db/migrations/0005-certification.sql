-- What each book of certification gained in each month, by the day of the event; folded from the record like every other count.
CREATE TABLE certification_counts (
  unit text NOT NULL,
  book text NOT NULL,
  label text NOT NULL,
  month text NOT NULL,
  number_count integer NOT NULL,
  voided_count integer NOT NULL,
  copy_count integer NOT NULL,
  fee bigint NOT NULL,
  PRIMARY KEY (unit, book, month)
);

-- When a book was closed, and at which number.
CREATE TABLE certification_books (
  unit text NOT NULL,
  book text NOT NULL,
  closed_at text NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (unit, book)
);
