/** Whether a refusal means that somebody else decided first. */
export function isTooLate({ code }: { readonly code: string }): boolean {
  return code === "STALE_VERSION" || code === "INVALID_STATE";
}
