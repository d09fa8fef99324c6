/** How long `work` keeps the processor busy, in milliseconds: unlike time on the clock, others on the machine add nothing. */
export async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}
