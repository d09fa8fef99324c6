/** Names in a row: "长沙市、株洲市" in Chinese, "Changsha, Zhuzhou" in English. */
export function joinList(parts: readonly string[], language: string): string {
  return parts.join(language === "en" ? ", " : "、");
}
