-- The next firm (lib/leases): one index for each turn, in its order, so that the first row is the answer and neither
-- firms that wait nor callbacks of others are walked over. One index by part of the day, because a firm tried in the
-- morning must not come up in the morning.
DROP INDEX "assignment_pool";
CREATE INDEX "assignment_fresh" ON "assignment" ("campaign_id", "draw_order")
  WHERE "state" = 'to_call' AND "not_before" IS NULL;
CREATE INDEX "assignment_retry_morning" ON "assignment" ("campaign_id", "not_before")
  WHERE "state" = 'to_call' AND "not_before" IS NOT NULL AND "avoid_day_part" IS DISTINCT FROM 'morning';
CREATE INDEX "assignment_retry_afternoon" ON "assignment" ("campaign_id", "not_before")
  WHERE "state" = 'to_call' AND "not_before" IS NOT NULL AND "avoid_day_part" IS DISTINCT FROM 'afternoon';
CREATE INDEX "assignment_retry_evening" ON "assignment" ("campaign_id", "not_before")
  WHERE "state" = 'to_call' AND "not_before" IS NOT NULL AND "avoid_day_part" IS DISTINCT FROM 'evening';
CREATE INDEX "assignment_callbacks_by_user" ON "assignment" ("campaign_id", "callback_user_id", "callback_at")
  WHERE "state" = 'callback';

-- The desk's queue and head: who must not be called between those shown; how many firms were tried.
CREATE INDEX "assignment_stopped" ON "assignment" ("campaign_id", "draw_order") WHERE "state" = 'do_not_contact';
CREATE INDEX "assignment_tried" ON "assignment" ("campaign_id") WHERE "attempts" > 0;
