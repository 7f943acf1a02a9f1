-- What was changed, by whom. It can only grow: nobody may change it, and each row carries the hash of the one before,
-- so that a change by who may do everything shows.
CREATE TABLE audit (
  number bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  details jsonb NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL
);
CREATE INDEX audit_by_time ON audit (at);

CREATE FUNCTION audit_hash(a audit) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    a.number, extract(epoch FROM a.at), a.actor_kind, a.actor, a.action, a.subject, a.details, a.previous)::text,
    'UTF8')), 'hex')
$$;

CREATE FUNCTION audit_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before audit;
BEGIN
  -- One after the other, until the end of the transaction.
  PERFORM pg_advisory_xact_lock(1801810036, 4);
  SELECT * INTO before FROM audit ORDER BY number DESC LIMIT 1;
  NEW.number := coalesce(before.number, 0) + 1;
  NEW.previous := coalesce(before.hash, '');
  NEW.hash := audit_hash(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER audit_link BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_link();

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log cannot be changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM PUBLIC, CURRENT_USER;
