/** Money travels as a string of integer 分 ("264960" is ¥2,649.60); it is never a float on the way. */
const fenPattern = /^-?\d+$/;
const yuanPattern = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/** "123400" → "¥1,234.00", "-20000" → "−¥200.00" with the true minus sign. Always two decimals. */
export function formatMoney(fen: string): string {
  const { negative, yuan, cents } = split(fen);
  return `${negative ? "−" : ""}¥${group(yuan)}.${cents}`;
}

/** As `formatMoney`, but a whole yuan amount loses its ".00": for prices "from" on cards. */
export function formatMoneyShort(fen: string): string {
  return formatMoney(fen).replace(/\.00$/, "");
}

/** For dashboards: from ¥10,000 on in 万 (or thousands in English), e.g. "¥12.3 万". Show the full value in a title. */
export function formatMoneyCompact(fen: string, language: string): string {
  const value = Number(fen) / 100;
  if (Math.abs(value) < 10_000) return formatMoney(fen);
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  return language === "en" ? `${sign}¥${(size / 1000).toFixed(1)}k` : `${sign}¥${(size / 10_000).toFixed(1)} 万`;
}

/** "264960" → "2649.60": what a person edits in a field. */
export function fenToYuanText(fen: string): string {
  const { negative, yuan, cents } = split(fen);
  return `${negative ? "-" : ""}${yuan}.${cents}`;
}

/** What a person typed in yuan ("1,234.5", "¥1234.50", full-width digits) as fen, or null when it is no amount. */
export function parseYuan(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/[¥,\s]/g, "");
  const match = yuanPattern.exec(plain);
  if (!match) return null;
  const [, yuan = "", cents = ""] = match;
  return (BigInt(yuan) * 100n + BigInt(cents.padEnd(2, "0"))).toString();
}

/** The share of `part` in `whole`, 0 to 100, for bars only: never for an amount. */
export function percentOf(part: string, whole: string): number {
  const total = Number(whole);
  return total === 0 ? 0 : Math.min(100, Math.max(0, (Number(part) / total) * 100));
}

/** The sum of amounts, for footers of lists the server gave complete. */
export function sumFen(amounts: readonly string[]): string {
  return amounts.reduce((sum, fen) => sum + BigInt(fen), 0n).toString();
}

/** `a - b`. */
export function minusFen(a: string, b: string): string {
  return (BigInt(a) - BigInt(b)).toString();
}

function split(fen: string): { negative: boolean; yuan: string; cents: string } {
  if (!fenPattern.test(fen)) throw new Error(`Not an amount in fen: ${fen}`);
  const negative = fen.startsWith("-");
  const digits = fen.replace("-", "").padStart(3, "0");
  return { negative, yuan: digits.slice(0, -2).replace(/^0+(?=\d)/, ""), cents: digits.slice(-2) };
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/**
 * A price of a unit times a quantity as people type it, both as text, in whole 分: rounded half up over ten-thousandths as
 * the server does, without a float between. "0" for what is no number.
 */
export function timesFen(unitPrice: string, quantity: string): string {
  const typed = /^(\d{1,9})(?:\.(\d{0,4})\d*)?$/.exec(quantity.trim());
  if (!typed || !/^\d{1,15}$/.test(unitPrice)) return "0";
  const tenThousandths = BigInt(`${typed[1]}${(typed[2] ?? "").padEnd(4, "0")}`);
  return String((BigInt(unitPrice) * tenThousandths + 5_000n) / 10_000n);
}
