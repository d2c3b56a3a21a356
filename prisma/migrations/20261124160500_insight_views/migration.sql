-- CreateTable
CREATE TABLE "insight_view" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "insight_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipal_boundary" (
    "istat_code" TEXT NOT NULL,
    "outline" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "municipal_boundary_pkey" PRIMARY KEY ("istat_code")
);

-- CreateIndex
CREATE UNIQUE INDEX "insight_view_owner_id_name_key" ON "insight_view"("owner_id", "name");

-- AddForeignKey
ALTER TABLE "insight_view" ADD CONSTRAINT "insight_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipal_boundary" ADD CONSTRAINT "municipal_boundary_istat_code_fkey" FOREIGN KEY ("istat_code") REFERENCES "municipality"("istat_code") ON DELETE CASCADE ON UPDATE CASCADE;
