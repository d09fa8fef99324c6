type Amounts = Readonly<Record<string, string>>;

/** What the form begins with: the proposal as it stands, before that the ask. */
export function startOf(
  lines: readonly { readonly componentId: string; readonly asked: string; readonly amount: string }[],
): Amounts {
  const proposed = lines.some(({ amount }) => amount !== "0");
  return Object.fromEntries(lines.map((line) => [line.componentId, proposed ? line.amount : line.asked]));
}

/** The entries that are above zero. */
export function filled(amounts: Amounts): [string, string][] {
  return Object.entries(amounts).filter(([, amount]) => amount !== "" && amount !== "0");
}

/** The sum in fen, without a float on the way. */
export function sumOf(amounts: Amounts): string {
  return filled(amounts)
    .reduce((sum, [, amount]) => sum + BigInt(amount), 0n)
    .toString();
}

/** Names one payment for one instalment. */
export const tenderKey = (tender: { readonly paymentId: string; readonly instalmentId: string }): string =>
  `${tender.paymentId} ${tender.instalmentId}`;
