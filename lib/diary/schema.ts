import { z } from 'zod'

/** The diary of a promoter in the week (from Monday) around an Italian day, seen from the firm of an assignment. */
export const diaryQuery = z.object({ assignment: z.uuid(), visitor: z.uuid(), day: z.iso.date() })
export type DiaryQuery = z.output<typeof diaryQuery>
