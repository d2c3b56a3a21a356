-- CreateEnum
CREATE TYPE "opposition_rule" AS ENUM ('off', 'warn', 'block');

-- AlterTable
ALTER TABLE "campaign" ADD COLUMN "opposition" "opposition_rule" NOT NULL DEFAULT 'off';

-- CreateTable
CREATE TABLE "phone_check" (
    "e164" TEXT NOT NULL,
    "opposed" BOOLEAN NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "phone_check_pkey" PRIMARY KEY ("e164")
);

-- Whether any answer of the register of oppositions is valid still.
CREATE INDEX "phone_check_clear" ON "phone_check" ("checked_at") WHERE NOT "opposed";
