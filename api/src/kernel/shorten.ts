/**
 * One line of at most `limit` characters as people and WeChat count them (code points), nothing unseen in it; cut with "…",
 * which is counted too.
 */
export function shorten(text: string, limit: number): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ").trim();
  const points = [...line];
  return points.length <= limit ? line : `${points.slice(0, limit - 1).join("")}…`;
}
