-- A dry run before an import is written, undo after it.
ALTER TYPE "import_status" RENAME VALUE 'reading' TO 'checking';
ALTER TYPE "import_status" ADD VALUE 'mapping' BEFORE 'checking';
ALTER TYPE "import_status" ADD VALUE 'checked' AFTER 'checking';
ALTER TYPE "import_status" ADD VALUE 'undoing' AFTER 'interrupted';
ALTER TYPE "import_status" ADD VALUE 'discarded' AFTER 'undone';

CREATE TYPE "register_change_kind" AS ENUM ('changed', 'ceased', 'missing');

ALTER TABLE "register_import"
  ADD COLUMN "full" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "missing" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "duplicates" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "suspicious" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "checked_at" TIMESTAMPTZ(3),
  ADD COLUMN "applied_at" TIMESTAMPTZ(3),
  ADD COLUMN "undone_at" TIMESTAMPTZ(3),
  ADD COLUMN "kept_until" TIMESTAMPTZ(3);

ALTER TABLE "register_change"
  ADD COLUMN "kind" "register_change_kind" NOT NULL DEFAULT 'changed',
  ADD COLUMN "before" JSONB NOT NULL DEFAULT '{}';

CREATE TABLE "register_replaced" (
    "id" BIGSERIAL NOT NULL,
    "import_id" UUID NOT NULL,
    "table" TEXT NOT NULL,
    "row" JSONB NOT NULL,

    CONSTRAINT "register_replaced_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "register_replaced_import_id_table_idx" ON "register_replaced"("import_id", "table");
ALTER TABLE "register_replaced" ADD CONSTRAINT "register_replaced_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "register_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "correction" ADD COLUMN "register_moved_at" TIMESTAMPTZ(3);
CREATE INDEX "correction_to_decide" ON "correction" ("firm_id", "field") WHERE "register_moved_at" IS NOT NULL;

CREATE INDEX "firm_first_import_id_id_idx" ON "firm"("first_import_id", "id");
