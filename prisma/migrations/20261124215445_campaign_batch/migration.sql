-- CreateTable
CREATE TABLE "campaign_batch" (
    "campaign_id" UUID NOT NULL,
    "first_turn" INTEGER NOT NULL,
    "state" "assignment_state" NOT NULL,
    "firms" INTEGER NOT NULL,
    "firm_ids" UUID[],
    "strata" TEXT[],

    CONSTRAINT "campaign_batch_pkey" PRIMARY KEY ("campaign_id","first_turn")
);

-- AddForeignKey
ALTER TABLE "campaign_batch" ADD CONSTRAINT "campaign_batch_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;
