-- A search by name looks in a narrow table of its own: an import that changes other columns leaves its pages as they are,
-- so that the index alone answers also while it is written.
CREATE TABLE "firm_name" (
    "id" UUID NOT NULL,
    "search_name" TEXT NOT NULL,

    CONSTRAINT "firm_name_pkey" PRIMARY KEY ("id")
);
INSERT INTO "firm_name" SELECT "id", "search_name" FROM "firm" ORDER BY "id";
CREATE INDEX "firm_name_search_name_id_idx" ON "firm_name"("search_name", "id");
CREATE INDEX "firm_name_trgm" ON "firm_name" USING gin ("search_name" gin_trgm_ops);
CREATE INDEX "firm_name_prefix" ON "firm_name" ("search_name" text_pattern_ops);
ANALYZE "firm_name";
DROP INDEX "firm_search_name_trgm";
DROP INDEX "firm_search_name_prefix";

-- In place of a foreign key, which would look each firm up again.
CREATE FUNCTION "add_firm_names"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "firm_name" SELECT "id", "search_name" FROM "told";
  RETURN NULL;
END $$;
CREATE TRIGGER "firm_named" AFTER INSERT ON "firm"
  REFERENCING NEW TABLE AS "told" FOR EACH STATEMENT EXECUTE FUNCTION "add_firm_names"();

CREATE FUNCTION "rename_firm"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "firm_name" SET "search_name" = NEW."search_name" WHERE "id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "firm_renamed" AFTER UPDATE ON "firm" FOR EACH ROW
  WHEN (OLD."search_name" IS DISTINCT FROM NEW."search_name") EXECUTE FUNCTION "rename_firm"();

CREATE FUNCTION "remove_firm_names"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "firm_name" n USING "gone" g WHERE n."id" = g."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "firm_unnamed" AFTER DELETE ON "firm"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "remove_firm_names"();

CREATE FUNCTION "empty_firm_names"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE "firm_name";
  RETURN NULL;
END $$;
CREATE TRIGGER "firm_names_emptied" AFTER TRUNCATE ON "firm" FOR EACH STATEMENT EXECUTE FUNCTION "empty_firm_names"();
