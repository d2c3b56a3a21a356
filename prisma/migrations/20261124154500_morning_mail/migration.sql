-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "morning_mail" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "morning_mail" (
    "user_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "morning_mail_pkey" PRIMARY KEY ("user_id","day")
);

-- AddForeignKey
ALTER TABLE "morning_mail" ADD CONSTRAINT "morning_mail_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
