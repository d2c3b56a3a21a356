-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),
ADD COLUMN     "serial" SMALLSERIAL NOT NULL;

-- AlterTable
ALTER TABLE "campaign_stratum" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),
ADD COLUMN     "serial" SERIAL NOT NULL;

-- AlterTable
ALTER TABLE "sector" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),
ADD COLUMN     "serial" SMALLSERIAL NOT NULL;

-- AlterTable
ALTER TABLE "need_type" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),
ADD COLUMN     "serial" SMALLSERIAL NOT NULL;

-- AlterTable
ALTER TABLE "service" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),
ADD COLUMN     "serial" SMALLSERIAL NOT NULL;

-- AlterTable
ALTER TABLE "municipality" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),
ADD COLUMN     "serial" SMALLSERIAL NOT NULL;

-- AlterTable
ALTER TABLE "firm" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),
ADD COLUMN     "serial" SERIAL NOT NULL;

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),
ADD COLUMN     "serial" SERIAL NOT NULL;

-- AlterTable
ALTER TABLE "visit" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),
ADD COLUMN     "serial" SERIAL NOT NULL;

-- AlterTable
ALTER TABLE "need" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),
ADD COLUMN     "serial" SERIAL NOT NULL;

-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),
ADD COLUMN     "serial" SMALLSERIAL NOT NULL;

-- CreateTable
CREATE TABLE "evidence_removed" (
    "id" BIGSERIAL NOT NULL,
    "table" TEXT NOT NULL,
    "serial" INTEGER NOT NULL,
    "removed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "evidence_removed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_removed_removed_in_idx" ON "evidence_removed"("removed_in");

-- CreateIndex
CREATE INDEX "assignment_changed_in_idx" ON "assignment"("changed_in");

-- CreateIndex
CREATE UNIQUE INDEX "firm_serial_key" ON "firm"("serial");

-- CreateIndex
CREATE INDEX "firm_changed_in_idx" ON "firm"("changed_in");

-- CreateIndex
CREATE INDEX "call_changed_in_idx" ON "call"("changed_in");

-- CreateIndex
CREATE INDEX "visit_changed_in_idx" ON "visit"("changed_in");

-- CreateIndex
CREATE INDEX "need_changed_in_idx" ON "need"("changed_in");

-- Who changes evidence stamps it with the transaction; whoever keeps a copy reads what was stamped since.
CREATE FUNCTION "stamp_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."changed_in" := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER "call_changed" BEFORE UPDATE ON "call" FOR EACH ROW EXECUTE FUNCTION "stamp_change"();
CREATE TRIGGER "visit_changed" BEFORE UPDATE ON "visit" FOR EACH ROW EXECUTE FUNCTION "stamp_change"();
CREATE TRIGGER "need_changed" BEFORE UPDATE ON "need" FOR EACH ROW EXECUTE FUNCTION "stamp_change"();
-- An import updates every firm, the desk its leases all the time: only what figures are made of counts.
CREATE TRIGGER "firm_changed" BEFORE UPDATE ON "firm" FOR EACH ROW
  WHEN ((OLD."sector_id", OLD."municipality_code", OLD."size_class", OLD."young", OLD."female", OLD."foreign", OLD."status" = 'active')
    IS DISTINCT FROM
    (NEW."sector_id", NEW."municipality_code", NEW."size_class", NEW."young", NEW."female", NEW."foreign", NEW."status" = 'active'))
  EXECUTE FUNCTION "stamp_change"();
CREATE TRIGGER "assignment_changed" BEFORE UPDATE ON "assignment" FOR EACH ROW
  WHEN ((OLD."state" = 'reserve', OLD."stratum", OLD."firm_id", OLD."campaign_id")
    IS DISTINCT FROM (NEW."state" = 'reserve', NEW."stratum", NEW."firm_id", NEW."campaign_id"))
  EXECUTE FUNCTION "stamp_change"();
CREATE TRIGGER "municipality_changed" BEFORE UPDATE ON "municipality" FOR EACH ROW EXECUTE FUNCTION "stamp_change"();
CREATE TRIGGER "campaign_stratum_changed" BEFORE UPDATE ON "campaign_stratum" FOR EACH ROW EXECUTE FUNCTION "stamp_change"();

-- What a visit presented is read with the visit.
CREATE FUNCTION "stamp_visit"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "visit" SET "changed_in" = pg_current_xact_id()
  WHERE "id" IN (SELECT "visit_id" FROM "told") AND "changed_in" <> pg_current_xact_id();
  RETURN NULL;
END $$;
CREATE TRIGGER "visit_service_added" AFTER INSERT ON "visit_service"
  REFERENCING NEW TABLE AS "told" FOR EACH STATEMENT EXECUTE FUNCTION "stamp_visit"();
CREATE TRIGGER "visit_service_changed" AFTER UPDATE ON "visit_service"
  REFERENCING NEW TABLE AS "told" FOR EACH STATEMENT EXECUTE FUNCTION "stamp_visit"();
CREATE TRIGGER "visit_service_removed" AFTER DELETE ON "visit_service"
  REFERENCING OLD TABLE AS "told" FOR EACH STATEMENT EXECUTE FUNCTION "stamp_visit"();

CREATE FUNCTION "note_removal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM (SELECT FROM "gone" LIMIT 1001) AS "few") > 1000 THEN
    INSERT INTO "evidence_removed" ("table", "serial") VALUES (TG_TABLE_NAME, 0);
  ELSE
    INSERT INTO "evidence_removed" ("table", "serial") SELECT TG_TABLE_NAME, "serial" FROM "gone";
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION "note_truncation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "evidence_removed" ("table", "serial") VALUES (TG_TABLE_NAME, 0);
  RETURN NULL;
END $$;
CREATE TRIGGER "firm_removed" AFTER DELETE ON "firm"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "note_removal"();
CREATE TRIGGER "assignment_removed" AFTER DELETE ON "assignment"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "note_removal"();
CREATE TRIGGER "call_removed" AFTER DELETE ON "call"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "note_removal"();
CREATE TRIGGER "visit_removed" AFTER DELETE ON "visit"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "note_removal"();
CREATE TRIGGER "need_removed" AFTER DELETE ON "need"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "note_removal"();
CREATE TRIGGER "firm_truncated" AFTER TRUNCATE ON "firm" FOR EACH STATEMENT EXECUTE FUNCTION "note_truncation"();
CREATE TRIGGER "assignment_truncated" AFTER TRUNCATE ON "assignment" FOR EACH STATEMENT EXECUTE FUNCTION "note_truncation"();
CREATE TRIGGER "call_truncated" AFTER TRUNCATE ON "call" FOR EACH STATEMENT EXECUTE FUNCTION "note_truncation"();
CREATE TRIGGER "visit_truncated" AFTER TRUNCATE ON "visit" FOR EACH STATEMENT EXECUTE FUNCTION "note_truncation"();
CREATE TRIGGER "need_truncated" AFTER TRUNCATE ON "need" FOR EACH STATEMENT EXECUTE FUNCTION "note_truncation"();
CREATE TRIGGER "visit_service_truncated" AFTER TRUNCATE ON "visit_service" FOR EACH STATEMENT EXECUTE FUNCTION "note_truncation"();
