-- AlterTable: campaigns that run go on as they were; new ones are made with the Chamber's hours.
ALTER TABLE "campaign" ADD COLUMN "office_hours" BOOLEAN NOT NULL DEFAULT false;

-- A campaign that allows no part of the day would never call anybody.
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_some_day_part" CHECK (cardinality("day_parts") > 0);
