/** The three ways to ask: a product of the shop, service items, or a need in words. */
export const ways = ["product", "items", "need"] as const;
export type Way = (typeof ways)[number];

/** i.CODE answers a question of the product, c.ITEM=1|0 wants an optional item or not: as the product's page writes them. */
type Key = `${"i" | "c"}.${string}`;
export type AskSearch = { way?: Way | undefined; product?: string | undefined; region?: string | undefined } & {
  [key: Key]: string | undefined;
};

const keyPattern = /^[ic]\.[A-Za-z0-9_-]{1,40}$/;

/** Takes what was told on the product's page out of the address; never throws. */
export function readAskedAnswers(raw: Readonly<Record<string, unknown>>): Record<Key, string> {
  const answers: Record<Key, string> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (keyPattern.test(key) && typeof value === "string") answers[key as Key] = value.slice(0, 200);
  }
  return answers;
}
