/** The calendar day in Shanghai, YYYY-MM-DD: papers end by that calendar, wherever the device is. */
export function shanghaiToday(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
