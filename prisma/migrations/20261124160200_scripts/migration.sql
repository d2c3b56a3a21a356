-- CreateTable
CREATE TABLE "campaign_script" (
    "campaign_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_script_pkey" PRIMARY KEY ("campaign_id","stage","locale")
);

-- AddForeignKey
ALTER TABLE "campaign_script" ADD CONSTRAINT "campaign_script_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;
