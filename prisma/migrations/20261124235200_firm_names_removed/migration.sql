-- Planned each time it runs: the plan kept from a deletion while few firms were there would compare each with each.
CREATE OR REPLACE FUNCTION "remove_firm_names"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'DELETE FROM "firm_name" n USING "gone" g WHERE n."id" = g."id"';
  RETURN NULL;
END $$;
