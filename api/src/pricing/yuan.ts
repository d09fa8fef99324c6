import type { Fen } from "../kernel/money.js";

/** "¥2,649.60": an amount as people in every language read it, made of whole numbers only. */
export function yuan(amount: Fen): string {
  const size = Math.abs(amount);
  const whole = String(Math.trunc(size / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return `${amount < 0 ? "−" : ""}¥${whole}.${String(size % 100).padStart(2, "0")}`;
}

/** "2649.60": an amount in yuan as machines read it, made of whole numbers only. */
export function plainYuan(amount: Fen): string {
  const size = Math.abs(amount);
  return `${amount < 0 ? "-" : ""}${Math.trunc(size / 100)}.${String(size % 100).padStart(2, "0")}`;
}
