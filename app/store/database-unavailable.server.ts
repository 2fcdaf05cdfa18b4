/** Stops the start; its message is one sentence for the person who starts the server. */
export class DatabaseUnavailable extends Error {}

export function codeOf(fault: unknown): string | undefined {
  return fault instanceof Error && "code" in fault ? String(fault.code) : undefined;
}

export function messageOf(fault: unknown): string {
  if (fault instanceof AggregateError && fault.message === "") return fault.errors.map(messageOf).join(", ");
  return fault instanceof Error ? fault.message : String(fault);
}
