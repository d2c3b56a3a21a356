-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "confirm_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3);

-- Calls to confirm that somebody still owes: few at any time.
CREATE INDEX "appointment_confirm" ON "appointment" ("arranged_by_id", "confirm_at")
  WHERE "confirm_at" IS NOT NULL AND "state" = 'planned';
