const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });

/** 12345.5 → "12,345.5"; at most three decimals, none invented. */
export function formatNumber(value: number): string {
  return grouped.format(value);
}

/** 42.4 → "42%". */
export function formatPercent(percent: number): string {
  return `${Math.round(percent)}%`;
}

/** Basis points of a plan: 3000 → "30%", 1250 → "12.5%". */
export function formatBasisPoints(basisPoints: number): string {
  return `${grouped.format(basisPoints / 100)}%`;
}

/** A rating with one decimal: 4.75 → "4.8". */
export function formatRating(value: number): string {
  return value.toFixed(1);
}

/** 1536 → "1.5 KB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
