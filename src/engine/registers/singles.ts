/**
 * What of homes and archives must never be there twice, held by the database itself: one open transfer of a home, one lease of a home (or
 * of one of its rooms) on any day [G-03], one borrower of a file [G-04]. Each case says what it is open for in a column in which
 * nothing stands twice; the codes of their refusals stand in `robust/database-errors`.
 */
export const SINGLES: readonly string[] = [
  'CREATE UNIQUE INDEX IF NOT EXISTS transfers_one_open ON transfers (open_for) WHERE open_for IS NOT NULL',
  'CREATE UNIQUE INDEX IF NOT EXISTS archive_loans_one_out ON archive_loans (open_for) WHERE open_for IS NOT NULL',
  `DO $do$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'lease_registrations_one_at_a_time' AND conrelid = 'lease_registrations'::regclass) THEN
      ALTER TABLE lease_registrations ADD CONSTRAINT lease_registrations_one_at_a_time EXCLUDE USING gist (
        int8range(hashtextextended(open_for, 0), hashtextextended(open_for, 0), '[]') WITH &&,
        daterange(from_date, coalesce(ended_on, to_date), '[]') WITH &&) WHERE (open_for IS NOT NULL);
    END IF;
  END $do$`,
];
