-- What Prisma's schema language cannot say is at the end of this file: extensions, partial and trigram indexes,
-- the rule that the activity log is append-only.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "campaign_kind" AS ENUM ('list', 'drawn');

-- CreateEnum
CREATE TYPE "campaign_status" AS ENUM ('open', 'paused', 'closed');

-- CreateEnum
CREATE TYPE "assignment_state" AS ENUM ('reserve', 'to_call', 'callback', 'appointment', 'interviewed', 'visited', 'unreached', 'unreachable', 'refused', 'do_not_contact', 'ceased');

-- CreateEnum
CREATE TYPE "day_part" AS ENUM ('morning', 'afternoon', 'evening');

-- CreateEnum
CREATE TYPE "register_status" AS ENUM ('active', 'inactive', 'in_liquidation', 'insolvent', 'ceased');

-- CreateEnum
CREATE TYPE "size_class" AS ENUM ('unknown', 'staff_0_1', 'staff_2_9', 'staff_10_49', 'staff_50_plus');

-- CreateEnum
CREATE TYPE "digital_level" AS ENUM ('none', 'email', 'website');

-- CreateEnum
CREATE TYPE "ateco_version" AS ENUM ('ateco_2007', 'ateco_2025');

-- CreateEnum
CREATE TYPE "phone_source" AS ENUM ('register', 'person');

-- CreateEnum
CREATE TYPE "age_band" AS ENUM ('under_35', 'from_35_to_54', 'from_55');

-- CreateEnum
CREATE TYPE "call_outcome" AS ENUM ('appointment', 'interviewed', 'callback', 'no_answer', 'busy', 'wrong_number', 'refused', 'do_not_contact', 'ceased');

-- CreateEnum
CREATE TYPE "appointment_state" AS ENUM ('planned', 'done', 'cancelled', 'no_show');

-- CreateEnum
CREATE TYPE "visit_place" AS ENUM ('head_office', 'local_unit', 'online');

-- CreateEnum
CREATE TYPE "visit_interest" AS ENUM ('cold', 'interested', 'very_interested');

-- CreateEnum
CREATE TYPE "follow_up" AS ENUM ('none', 'call', 'visit');

-- CreateEnum
CREATE TYPE "need_priority" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "need_status" AS ENUM ('recorded', 'referred', 'taken_up', 'in_progress', 'waiting', 'met', 'not_met', 'withdrawn');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('promoter', 'manager', 'office', 'admin');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('receiving', 'reading', 'applying', 'done', 'refused', 'interrupted', 'undone');

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "campaign_kind" NOT NULL DEFAULT 'list',
    "status" "campaign_status" NOT NULL DEFAULT 'open',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "target_calls" INTEGER NOT NULL,
    "target_visits" INTEGER NOT NULL,
    "filter" JSONB NOT NULL DEFAULT '{}',
    "seed" INTEGER,
    "no_answer_hours" INTEGER NOT NULL DEFAULT 4,
    "busy_hours" INTEGER NOT NULL DEFAULT 1,
    "max_attempts" INTEGER NOT NULL DEFAULT 5,
    "lease_minutes" INTEGER NOT NULL DEFAULT 30,
    "cool_off_months" INTEGER NOT NULL DEFAULT 12,
    "visit_minutes" INTEGER NOT NULL DEFAULT 45,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_promoter" (
    "campaign_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "campaign_promoter_pkey" PRIMARY KEY ("campaign_id","user_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "state" "assignment_state" NOT NULL DEFAULT 'to_call',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "contacted_at" TIMESTAMPTZ(3),
    "last_call_at" TIMESTAMPTZ(3),
    "last_outcome" "call_outcome",
    "not_before" TIMESTAMPTZ(3),
    "avoid_day_part" "day_part",
    "callback_at" TIMESTAMPTZ(3),
    "callback_user_id" UUID,
    "lease_user_id" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "stratum" TEXT,
    "draw_order" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sector" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_it" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sector_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sector_prefix" (
    "prefix" TEXT NOT NULL,
    "sector_id" UUID NOT NULL,

    CONSTRAINT "sector_prefix_pkey" PRIMARY KEY ("prefix")
);

-- CreateTable
CREATE TABLE "need_type" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_it" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "short_it" TEXT NOT NULL,
    "short_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "need_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_it" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "description_it" TEXT NOT NULL DEFAULT '',
    "description_en" TEXT NOT NULL DEFAULT '',
    "office_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "need_type_service" (
    "need_type_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,

    CONSTRAINT "need_type_service_pkey" PRIMARY KEY ("need_type_id","service_id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "istat_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "cadastral_code" TEXT,
    "postcode" TEXT,
    "population" INTEGER,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("istat_code")
);

-- CreateTable
CREATE TABLE "firm" (
    "id" UUID NOT NULL,
    "codice_fiscale" TEXT NOT NULL,
    "partita_iva" TEXT,
    "rea_province" TEXT,
    "rea_number" TEXT,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "legal_form" TEXT,
    "status" "register_status" NOT NULL DEFAULT 'active',
    "registered_on" DATE,
    "started_on" DATE,
    "ceased_on" DATE,
    "ateco" TEXT,
    "ateco_version" "ateco_version",
    "ateco_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "activity" TEXT,
    "sector_id" UUID NOT NULL,
    "municipality_code" TEXT,
    "municipality_name" TEXT,
    "province" TEXT,
    "address" TEXT,
    "postcode" TEXT,
    "pec" TEXT,
    "email" TEXT,
    "website" TEXT,
    "employees_dependent" INTEGER,
    "employees_independent" INTEGER,
    "size_class" "size_class" NOT NULL DEFAULT 'unknown',
    "capital_euro" DECIMAL(18,2),
    "young" BOOLEAN NOT NULL DEFAULT false,
    "female" BOOLEAN NOT NULL DEFAULT false,
    "foreign" BOOLEAN NOT NULL DEFAULT false,
    "artisan" BOOLEAN NOT NULL DEFAULT false,
    "digital_level" "digital_level",
    "digital_level_at" TIMESTAMPTZ(3),
    "do_not_contact_since" TIMESTAMPTZ(3),
    "do_not_contact_by_id" UUID,
    "do_not_contact_reason" TEXT,
    "do_not_contact_channel" TEXT,
    "privacy_notice_at" TIMESTAMPTZ(3),
    "invites_consent" BOOLEAN,
    "extra" JSONB NOT NULL DEFAULT '{}',
    "register_hash" TEXT,
    "first_import_id" UUID,
    "last_import_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "firm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "firm_phone" (
    "id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "e164" TEXT,
    "printed" TEXT NOT NULL,
    "source" "phone_source" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "struck_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "firm_phone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT,
    "register_value" TEXT,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "local_unit" (
    "id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "rea_province" TEXT NOT NULL,
    "rea_number" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" TEXT,
    "address" TEXT,
    "postcode" TEXT,
    "municipality_code" TEXT,
    "municipality_name" TEXT,
    "opened_on" DATE,
    "closed_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "local_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "age_band" "age_band",
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "firm_note" (
    "id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "firm_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seconds" INTEGER,
    "outcome" "call_outcome" NOT NULL,
    "phone" TEXT,
    "contact_id" UUID,
    "note" TEXT,
    "callback_at" TIMESTAMPTZ(3),
    "digital_level" "digital_level",
    "sector_id" UUID NOT NULL,
    "municipality_code" TEXT,
    "size_class" "size_class" NOT NULL,
    "young" BOOLEAN NOT NULL,
    "female" BOOLEAN NOT NULL,
    "foreign" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "visitor_id" UUID NOT NULL,
    "arranged_by_id" UUID NOT NULL,
    "contact_id" UUID,
    "call_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "state" "appointment_state" NOT NULL DEFAULT 'planned',
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "appointment_id" UUID,
    "assignment_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER,
    "place" "visit_place" NOT NULL DEFAULT 'head_office',
    "privacy_notice_given" BOOLEAN NOT NULL DEFAULT false,
    "invites_consent" BOOLEAN NOT NULL DEFAULT false,
    "digital_level" "digital_level",
    "digital_tools" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "digital_obstacle" TEXT,
    "interest" "visit_interest",
    "note" TEXT,
    "follow_up" "follow_up" NOT NULL DEFAULT 'none',
    "follow_up_at" TIMESTAMPTZ(3),
    "sector_id" UUID NOT NULL,
    "municipality_code" TEXT,
    "size_class" "size_class" NOT NULL,
    "young" BOOLEAN NOT NULL,
    "female" BOOLEAN NOT NULL,
    "foreign" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_contact" (
    "visit_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,

    CONSTRAINT "visit_contact_pkey" PRIMARY KEY ("visit_id","contact_id")
);

-- CreateTable
CREATE TABLE "visit_service" (
    "visit_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "known_before" BOOLEAN,
    "used_before" BOOLEAN,
    "interested" BOOLEAN,

    CONSTRAINT "visit_service_pkey" PRIMARY KEY ("visit_id","service_id")
);

-- CreateTable
CREATE TABLE "need" (
    "id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "campaign_id" UUID,
    "need_type_id" UUID NOT NULL,
    "priority" "need_priority" NOT NULL DEFAULT 'medium',
    "words" TEXT,
    "call_id" UUID,
    "visit_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "need_status" NOT NULL DEFAULT 'recorded',
    "office_id" UUID,
    "assignee_id" UUID,
    "due_on" DATE,
    "taken_up_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "need_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "office_id" UUID,
    "password_hash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "session_epoch" INTEGER NOT NULL DEFAULT 0,
    "locale" TEXT NOT NULL DEFAULT 'it',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "blocked_until" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "office" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_it" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "answer_days" INTEGER NOT NULL DEFAULT 14,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "verb" TEXT NOT NULL,
    "subject_id" UUID,
    "firm_id" UUID,
    "changes" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "register_import" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "file_name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "file_hash" TEXT,
    "status" "import_status" NOT NULL DEFAULT 'receiving',
    "format" JSONB NOT NULL DEFAULT '{}',
    "refusal" JSONB,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "read" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "ceased" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "register_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_reject" (
    "import_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "row" TEXT NOT NULL,

    CONSTRAINT "register_reject_pkey" PRIMARY KEY ("import_id","ordinal")
);

-- CreateTable
CREATE TABLE "register_change" (
    "import_id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "changes" JSONB NOT NULL,

    CONSTRAINT "register_change_pkey" PRIMARY KEY ("import_id","firm_id")
);

-- CreateIndex
CREATE INDEX "campaign_promoter_user_id_idx" ON "campaign_promoter"("user_id");

-- CreateIndex
CREATE INDEX "assignment_firm_id_idx" ON "assignment"("firm_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_campaign_id_firm_id_key" ON "assignment"("campaign_id", "firm_id");

-- CreateIndex
CREATE UNIQUE INDEX "sector_code_key" ON "sector"("code");

-- CreateIndex
CREATE INDEX "sector_prefix_sector_id_idx" ON "sector_prefix"("sector_id");

-- CreateIndex
CREATE UNIQUE INDEX "need_type_code_key" ON "need_type"("code");

-- CreateIndex
CREATE UNIQUE INDEX "service_code_key" ON "service"("code");

-- CreateIndex
CREATE INDEX "service_office_id_idx" ON "service"("office_id");

-- CreateIndex
CREATE INDEX "need_type_service_service_id_idx" ON "need_type_service"("service_id");

-- CreateIndex
CREATE INDEX "municipality_search_name_province_idx" ON "municipality"("search_name", "province");

-- CreateIndex
CREATE UNIQUE INDEX "firm_codice_fiscale_key" ON "firm"("codice_fiscale");

-- CreateIndex
CREATE INDEX "firm_search_name_id_idx" ON "firm"("search_name", "id");

-- CreateIndex
CREATE INDEX "firm_sector_id_search_name_id_idx" ON "firm"("sector_id", "search_name", "id");

-- CreateIndex
CREATE INDEX "firm_municipality_code_search_name_id_idx" ON "firm"("municipality_code", "search_name", "id");

-- CreateIndex
CREATE INDEX "firm_rea_number_rea_province_idx" ON "firm"("rea_number", "rea_province");

-- CreateIndex
CREATE UNIQUE INDEX "firm_phone_firm_id_printed_key" ON "firm_phone"("firm_id", "printed");

-- CreateIndex
CREATE UNIQUE INDEX "correction_firm_id_field_key" ON "correction"("firm_id", "field");

-- CreateIndex
CREATE INDEX "local_unit_firm_id_idx" ON "local_unit"("firm_id");

-- CreateIndex
CREATE UNIQUE INDEX "local_unit_rea_province_rea_number_unit_key" ON "local_unit"("rea_province", "rea_number", "unit");

-- CreateIndex
CREATE INDEX "contact_firm_id_idx" ON "contact"("firm_id");

-- CreateIndex
CREATE INDEX "firm_note_firm_id_created_at_idx" ON "firm_note"("firm_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "call_campaign_id_at_idx" ON "call"("campaign_id", "at");

-- CreateIndex
CREATE INDEX "call_firm_id_at_idx" ON "call"("firm_id", "at" DESC);

-- CreateIndex
CREATE INDEX "call_user_id_at_idx" ON "call"("user_id", "at");

-- CreateIndex
CREATE INDEX "call_assignment_id_idx" ON "call"("assignment_id");

-- CreateIndex
CREATE INDEX "appointment_visitor_id_starts_at_idx" ON "appointment"("visitor_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointment_firm_id_starts_at_idx" ON "appointment"("firm_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointment_assignment_id_idx" ON "appointment"("assignment_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_appointment_id_key" ON "visit"("appointment_id");

-- CreateIndex
CREATE INDEX "visit_campaign_id_at_idx" ON "visit"("campaign_id", "at");

-- CreateIndex
CREATE INDEX "visit_firm_id_at_idx" ON "visit"("firm_id", "at" DESC);

-- CreateIndex
CREATE INDEX "visit_user_id_at_idx" ON "visit"("user_id", "at");

-- CreateIndex
CREATE INDEX "visit_assignment_id_idx" ON "visit"("assignment_id");

-- CreateIndex
CREATE INDEX "visit_contact_contact_id_idx" ON "visit_contact"("contact_id");

-- CreateIndex
CREATE INDEX "visit_service_service_id_idx" ON "visit_service"("service_id");

-- CreateIndex
CREATE INDEX "need_firm_id_idx" ON "need"("firm_id");

-- CreateIndex
CREATE INDEX "need_campaign_id_need_type_id_idx" ON "need"("campaign_id", "need_type_id");

-- CreateIndex
CREATE INDEX "need_office_id_status_due_on_id_idx" ON "need"("office_id", "status", "due_on", "id");

-- CreateIndex
CREATE INDEX "need_status_due_on_id_idx" ON "need"("status", "due_on", "id");

-- CreateIndex
CREATE INDEX "need_visit_id_idx" ON "need"("visit_id");

-- CreateIndex
CREATE INDEX "need_call_id_idx" ON "need"("call_id");

-- CreateIndex
CREATE INDEX "referral_need_id_idx" ON "referral"("need_id");

-- CreateIndex
CREATE INDEX "referral_office_id_idx" ON "referral"("office_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "sign_in_session_user_id_idx" ON "sign_in_session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "office_code_key" ON "office"("code");

-- CreateIndex
CREATE INDEX "activity_at_id_idx" ON "activity"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "activity_firm_id_at_idx" ON "activity"("firm_id", "at" DESC);

-- CreateIndex
CREATE INDEX "activity_user_id_at_idx" ON "activity"("user_id", "at" DESC);

-- CreateIndex
CREATE INDEX "register_import_started_at_idx" ON "register_import"("started_at" DESC);

-- CreateIndex
CREATE INDEX "register_change_firm_id_idx" ON "register_change"("firm_id");

-- AddForeignKey
ALTER TABLE "campaign_promoter" ADD CONSTRAINT "campaign_promoter_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_promoter" ADD CONSTRAINT "campaign_promoter_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_lease_user_id_fkey" FOREIGN KEY ("lease_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_callback_user_id_fkey" FOREIGN KEY ("callback_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sector_prefix" ADD CONSTRAINT "sector_prefix_sector_id_fkey" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_type_service" ADD CONSTRAINT "need_type_service_need_type_id_fkey" FOREIGN KEY ("need_type_id") REFERENCES "need_type"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_type_service" ADD CONSTRAINT "need_type_service_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm" ADD CONSTRAINT "firm_sector_id_fkey" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm" ADD CONSTRAINT "firm_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("istat_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm_phone" ADD CONSTRAINT "firm_phone_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "local_unit" ADD CONSTRAINT "local_unit_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "local_unit" ADD CONSTRAINT "local_unit_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("istat_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm_note" ADD CONSTRAINT "firm_note_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm_note" ADD CONSTRAINT "firm_note_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_sector_id_fkey" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("istat_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_arranged_by_id_fkey" FOREIGN KEY ("arranged_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_sector_id_fkey" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("istat_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_contact" ADD CONSTRAINT "visit_contact_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_contact" ADD CONSTRAINT "visit_contact_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_service" ADD CONSTRAINT "visit_service_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_service" ADD CONSTRAINT "visit_service_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_need_type_id_fkey" FOREIGN KEY ("need_type_id") REFERENCES "need_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_session" ADD CONSTRAINT "sign_in_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_import" ADD CONSTRAINT "register_import_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_reject" ADD CONSTRAINT "register_reject_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "register_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_change" ADD CONSTRAINT "register_change_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "register_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_change" ADD CONSTRAINT "register_change_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The search box: any fragment of the name, the beginning of a tax code, VAT or REA number, the end of a phone number.
CREATE INDEX "firm_search_name_trgm" ON "firm" USING gin ("search_name" gin_trgm_ops);
CREATE INDEX "firm_search_name_prefix" ON "firm" ("search_name" text_pattern_ops);
CREATE INDEX "firm_codice_fiscale_prefix" ON "firm" ("codice_fiscale" text_pattern_ops);
CREATE INDEX "firm_partita_iva_prefix" ON "firm" ("partita_iva" text_pattern_ops);
CREATE INDEX "firm_phone_number" ON "firm_phone" ("e164" text_pattern_ops) WHERE "e164" IS NOT NULL;
CREATE INDEX "firm_do_not_contact" ON "firm" ("search_name", "id") WHERE "do_not_contact_since" IS NOT NULL;

-- The desk: the next free firm of the pool, a promoter's callbacks, what somebody holds.
CREATE INDEX "assignment_pool" ON "assignment" ("campaign_id", "draw_order") WHERE "state" = 'to_call';
CREATE INDEX "assignment_callbacks" ON "assignment" ("campaign_id", "callback_at") WHERE "state" = 'callback';
CREATE INDEX "assignment_leases" ON "assignment" ("lease_user_id", "lease_until") WHERE "lease_user_id" IS NOT NULL;
CREATE INDEX "assignment_contacted" ON "assignment" ("campaign_id", "firm_id") WHERE "contacted_at" IS NOT NULL;

-- One planned visit for a firm in a campaign.
CREATE UNIQUE INDEX "appointment_one_planned" ON "appointment" ("assignment_id") WHERE "state" = 'planned';

CREATE FUNCTION "activity_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The activity log is append-only';
END $$;
CREATE TRIGGER "activity_append_only" BEFORE UPDATE OR DELETE ON "activity"
  FOR EACH ROW EXECUTE FUNCTION "activity_is_append_only"();
