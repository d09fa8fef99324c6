/** A number of a setting as people write it: shares as percent, amounts as yuan. Both have two decimals at most. */
export function shownValue(value: string): string {
  const negative = value.startsWith("-");
  const digits = value.replace("-", "").padStart(3, "0");
  const fraction = digits.slice(-2).replace(/0+$/, "");
  return `${negative ? "-" : ""}${digits.slice(0, -2)}${fraction ? `.${fraction}` : ""}`;
}

/** What somebody typed, as the whole number that is kept; null for what is none. */
export function typedValue(text: string): string | null {
  const parts = /^(-?)(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.normalize("NFKC").replaceAll(/[\s%¥]/g, ""));
  if (!parts) return null;
  const [, sign = "", whole = "", fraction = ""] = parts;
  const hundredths = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, "0"));
  return (sign === "-" ? -hundredths : hundredths).toString();
}
