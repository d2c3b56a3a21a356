-- CreateTable
CREATE TABLE "register_mapping" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "header" TEXT[],
    "columns" JSONB NOT NULL,
    "words" JSONB NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "register_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "register_mapping_name_key" ON "register_mapping"("name");

-- CreateIndex
CREATE INDEX "register_mapping_fingerprint_updated_at_idx" ON "register_mapping"("fingerprint", "updated_at" DESC);

-- AddForeignKey
ALTER TABLE "register_mapping" ADD CONSTRAINT "register_mapping_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
