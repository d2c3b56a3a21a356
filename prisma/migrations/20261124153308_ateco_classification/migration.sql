-- CreateTable
CREATE TABLE "ateco_code" (
    "version" "ateco_version" NOT NULL,
    "code" TEXT NOT NULL,
    "title_it" TEXT NOT NULL,
    "title_en" TEXT,
    "level" INTEGER NOT NULL,
    "parent" TEXT,

    CONSTRAINT "ateco_code_pkey" PRIMARY KEY ("version","code")
);

-- CreateTable
CREATE TABLE "ateco_crosswalk" (
    "code_2007" TEXT NOT NULL,
    "code_2025" TEXT NOT NULL,

    CONSTRAINT "ateco_crosswalk_pkey" PRIMARY KEY ("code_2007")
);
