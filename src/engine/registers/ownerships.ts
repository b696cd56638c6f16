/** The constraint by which a home has one full owner at a time; the code that it is refused with stands in `robust/database-errors`. */
export const ONE_OWNER = 'gj_ownerships_one_owner';

/**
 * Who holds which home in full from when to when, beside the register of occupancies: there the home is in a link table, where no
 * exclusion constraint reaches it. Looked at on commit, so that one period may be ended and the next begun in either order;
 * what Strapi writes is looked at before (see `guard/ownerships`).
 * What an older office has on record twice stays as it is until somebody touches it.
 */
const TABLE = `
DO $do$ BEGIN
  IF to_regclass('gj_ownerships') IS NULL THEN
    LOCK TABLE occupancies, occupancies_unit_lnk IN SHARE ROW EXCLUSIVE MODE;
    CREATE TABLE gj_ownerships (
      occupancy_id integer PRIMARY KEY, unit_id integer NOT NULL, during daterange NOT NULL,
      CONSTRAINT ${ONE_OWNER} EXCLUDE USING gist (int4range(unit_id, unit_id, '[]') WITH &&, during WITH &&)
        DEFERRABLE INITIALLY DEFERRED);
    WITH held AS (
      SELECT o.id, l.unit_id, daterange(o.from_date, o.to_date, '[]') AS during
      FROM occupancies o JOIN occupancies_unit_lnk l ON l.occupancy_id = o.id
      WHERE o.capacity = 'owner' AND (o.to_date IS NULL OR o.to_date >= o.from_date)
    )
    INSERT INTO gj_ownerships (occupancy_id, unit_id, during)
    SELECT h.id, h.unit_id, h.during FROM held h
    WHERE NOT EXISTS (SELECT FROM held e WHERE e.unit_id = h.unit_id AND e.id < h.id AND e.during && h.during);
  END IF;
END $do$`;

/** Whoever enters an owner of a home waits for whoever is just doing so, and then sees him. */
const FUNCTION = `
CREATE OR REPLACE FUNCTION gj_keep_ownership() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
  concerned integer;
  home integer;
  period daterange;
BEGIN
  IF TG_TABLE_NAME = 'occupancies' THEN
    IF (OLD.capacity, OLD.from_date, OLD.to_date) IS NOT DISTINCT FROM (NEW.capacity, NEW.from_date, NEW.to_date) THEN
      RETURN NULL;
    END IF;
    concerned := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    concerned := OLD.occupancy_id;
  ELSE
    concerned := NEW.occupancy_id;
  END IF;
  DELETE FROM gj_ownerships WHERE occupancy_id = concerned;
  SELECT l.unit_id, daterange(o.from_date, o.to_date, '[]') INTO home, period
    FROM occupancies o JOIN occupancies_unit_lnk l ON l.occupancy_id = o.id
    WHERE o.id = concerned AND o.capacity = 'owner' ORDER BY l.id DESC LIMIT 1;
  IF FOUND THEN
    PERFORM FROM units WHERE id = home FOR NO KEY UPDATE;
    INSERT INTO gj_ownerships (occupancy_id, unit_id, during) VALUES (concerned, home, period);
  END IF;
  RETURN NULL;
END $body$`;

const trigger = (name: string, on: string): string =>
  `CREATE OR REPLACE TRIGGER "${name}" AFTER ${on} FOR EACH ROW EXECUTE FUNCTION gj_keep_ownership()`;

/** The statements that keep two full owners' periods of one home apart [G-01]. Idempotent. */
export const OWNERSHIPS: readonly string[] = [
  FUNCTION,
  TABLE,
  trigger('gj_ownership_placed', 'INSERT OR UPDATE OR DELETE ON occupancies_unit_lnk'),
  trigger('gj_ownership_changed', 'UPDATE ON occupancies'),
];
