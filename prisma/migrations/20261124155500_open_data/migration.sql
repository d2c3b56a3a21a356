-- CreateTable
CREATE TABLE "open_data_edition" (
    "closed_on" DATE NOT NULL,
    "tables" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "open_data_edition_pkey" PRIMARY KEY ("closed_on")
);
