-- What people do about themselves is told by the database, whichever library wrote it: in the same transaction.
CREATE FUNCTION audit_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit (at, actor_kind, actor, action, subject, details)
    VALUES (NEW.created_at, 'person', NEW.id, 'person.joined', NEW.id, jsonb_build_object('role', NEW.role));
  RETURN NULL;
END $$;
CREATE TRIGGER audit_joined AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION audit_person();

CREATE FUNCTION audit_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit (at, actor_kind, actor, action, subject, details)
    VALUES (NEW.created_at, 'person', NEW.user_id, 'session.begun', NEW.user_id, '{}');
  RETURN NULL;
END $$;
CREATE TRIGGER audit_begun AFTER INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION audit_session();

CREATE FUNCTION audit_password() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit (at, actor_kind, actor, action, subject, details)
    VALUES (NEW.updated_at, 'person', NEW.user_id, 'password.changed', NEW.user_id, '{}');
  RETURN NULL;
END $$;
CREATE TRIGGER audit_password AFTER UPDATE OF password ON accounts
  FOR EACH ROW WHEN (OLD.password IS DISTINCT FROM NEW.password) EXECUTE FUNCTION audit_password();
