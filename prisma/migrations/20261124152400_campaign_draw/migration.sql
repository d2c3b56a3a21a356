-- AlterTable
ALTER TABLE "campaign" ADD COLUMN "design" JSONB,
ADD COLUMN "day_parts" "day_part"[] DEFAULT ARRAY['morning', 'afternoon', 'evening']::"day_part"[],
ADD COLUMN "saturdays" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "campaign_promoter_share" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "sector_id" UUID,
    "municipality_code" TEXT,

    CONSTRAINT "campaign_promoter_share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_stratum" (
    "campaign_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "sector_id" UUID,
    "frame" INTEGER NOT NULL,
    "sample" INTEGER NOT NULL,
    "reserves" INTEGER NOT NULL,

    CONSTRAINT "campaign_stratum_pkey" PRIMARY KEY ("campaign_id","key")
);

-- CreateIndex
CREATE INDEX "campaign_promoter_share_campaign_id_user_id_idx" ON "campaign_promoter_share"("campaign_id", "user_id");

-- AddForeignKey
ALTER TABLE "campaign_promoter_share" ADD CONSTRAINT "campaign_promoter_share_campaign_id_user_id_fkey" FOREIGN KEY ("campaign_id", "user_id") REFERENCES "campaign_promoter"("campaign_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_promoter_share" ADD CONSTRAINT "campaign_promoter_share_sector_id_fkey" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_promoter_share" ADD CONSTRAINT "campaign_promoter_share_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("istat_code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_stratum" ADD CONSTRAINT "campaign_stratum_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_stratum" ADD CONSTRAINT "campaign_stratum_sector_id_fkey" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A part is a sector or a municipality, and each once.
ALTER TABLE "campaign_promoter_share" ADD CONSTRAINT "campaign_promoter_share_one_part" CHECK (num_nonnulls("sector_id", "municipality_code") = 1);
CREATE UNIQUE INDEX "campaign_promoter_share_once" ON "campaign_promoter_share" ("campaign_id", "user_id", coalesce("sector_id"::text, "municipality_code"));

-- A draw cannot be larger than what it is drawn from.
ALTER TABLE "campaign_stratum" ADD CONSTRAINT "campaign_stratum_within_frame" CHECK ("sample" >= 0 AND "reserves" >= 0 AND "sample" + "reserves" <= "frame");

-- The next reserve of a stratum.
CREATE INDEX "assignment_reserves" ON "assignment" ("campaign_id", "stratum", "draw_order") WHERE "state" = 'reserve';
-- Firms that refused lately, and those another open campaign is busy with.
CREATE INDEX "call_refused" ON "call" ("at", "firm_id") WHERE "outcome" = 'refused';
CREATE INDEX "assignment_busy" ON "assignment" ("campaign_id", "firm_id") WHERE "state" IN ('reserve', 'to_call', 'callback', 'appointment');
