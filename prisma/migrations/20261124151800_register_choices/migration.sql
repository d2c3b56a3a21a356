-- AlterTable
ALTER TABLE "register_import" ADD COLUMN     "choices" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "found" JSONB NOT NULL DEFAULT '{}';
