import type { Fen } from "./money.js";

const DIGITS = [..."零壹贰叁肆伍陆柒捌玖"];
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿"];

/**
 * An amount as contracts and receipts write it, so that no digit can be added: ¥12,600.50 is 壹万贰仟陆佰元伍角整. Zeros
 * between two digits are one 零; 整 closes whatever has no 分; below zero it begins with 负.
 */
export function inCapitals(amount: Fen): string {
  const fen = Math.abs(amount);
  const [yuan, jiao, rest] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10];
  const whole = yuan > 0 || fen === 0 ? `${wholeYuan(yuan)}元` : "";
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : "";
  const gap = whole !== "" && jiao === 0 && rest > 0 ? "零" : "";
  const hundredths = rest > 0 ? `${gap}${DIGITS[rest]}分` : "整";
  return `${amount < 0 ? "负" : ""}${whole}${tenths}${hundredths}`;
}

/** The digits from the left, each with its place; a group of four that has any digit ends with 万 or 亿. */
function wholeYuan(yuan: number): string {
  if (yuan === 0) return "零";
  const digits = [...String(yuan)].map(Number);
  let text = "";
  let skipped = false;
  let groupHasDigit = false;
  for (const [index, digit] of digits.entries()) {
    const place = digits.length - 1 - index;
    if (digit > 0) {
      text += `${skipped ? "零" : ""}${DIGITS[digit]}${PLACES[place % 4]}`;
      groupHasDigit = true;
    }
    skipped = digit === 0 && text !== "";
    if (place % 4 > 0) continue;
    if (groupHasDigit) text += GROUPS[place / 4];
    groupHasDigit = false;
  }
  return text;
}
