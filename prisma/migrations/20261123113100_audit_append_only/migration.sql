-- The audit table only grows, also for the owner of the database.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Audit records are never changed or removed.' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER "AuditRecord_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditRecord"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
