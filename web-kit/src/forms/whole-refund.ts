export interface RefundableLine {
  readonly componentId: string;
  readonly itemName: string;
  /** What of it may still go back, in fen. */
  readonly available: string;
}

/** Everything that may still go back, part after part, never more than was paid. */
export function wholeRefund(lines: readonly RefundableLine[], most: string): Record<string, string> {
  let left = BigInt(most);
  const whole: Record<string, string> = {};
  for (const { componentId, available } of lines) {
    const amount = BigInt(available) < left ? BigInt(available) : left;
    left -= amount;
    if (amount > 0n) whole[componentId] = amount.toString();
  }
  return whole;
}
