/** The look of everything that opens beneath a control. */
export const POPOVER =
  'min-w-(--trigger-width) max-w-[calc(100vw-1rem)] overflow-auto rounded-l border border-border bg-raised p-1 text-text shadow-e2 outline-none entering:animate-rise exiting:opacity-0'
