-- What was published as the experience file, by whom and why. It can only grow: to roll back is to publish again.
CREATE TABLE experience_versions (
  version int PRIMARY KEY,
  text text NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor text NOT NULL,
  -- As they were called then.
  actor_name text NOT NULL,
  why text NOT NULL,
  -- The version whose text this one brings back.
  brings_back int REFERENCES experience_versions
);

CREATE FUNCTION experience_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was published cannot be changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER experience_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON experience_versions
  FOR EACH STATEMENT EXECUTE FUNCTION experience_refuse();

CREATE FUNCTION tell_experience() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('experience', NEW.version::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_experience AFTER INSERT ON experience_versions
  FOR EACH ROW EXECUTE FUNCTION tell_experience();
