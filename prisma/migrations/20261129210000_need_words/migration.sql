-- Needs are searched by a firm's name and by its own words: by name through "firm_id", by words through this.
CREATE INDEX "need_words_trgm" ON "need" USING gin ("words" gin_trgm_ops);
