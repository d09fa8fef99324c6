/** i.CODE answers a question, c.ITEM=1|0 adds or leaves out an optional item, s.ITEM names its supplier. */
type Key = `${"i" | "c" | "s"}.${string}`;

/** What a visitor chose, as it stands in the address: only what differs from the product's own defaults. */
export type ConfigurationSearch = { region?: string | undefined } & { [key: Key]: string | undefined };

const keyPattern = /^[ics]\.[A-Za-z0-9_-]{1,40}$/;
const maxLength = 200;

/** Takes the configuration out of an address and leaves everything else; never throws. */
export function readConfigurationSearch(raw: Readonly<Record<string, unknown>>): ConfigurationSearch {
  const search: ConfigurationSearch = {};
  if (typeof raw["region"] === "string") search.region = raw["region"];
  for (const [key, value] of Object.entries(raw)) {
    if (keyPattern.test(key) && typeof value === "string") search[key as Key] = value.slice(0, maxLength);
  }
  return search;
}
