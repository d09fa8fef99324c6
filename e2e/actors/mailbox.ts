import { expect, type Page } from "@playwright/test";

/** The newest letter to an address, as the demo's mailbox shows it. Waits until there is one that matches. */
export async function letterTo(page: Page, address: string, matching: RegExp): Promise<string> {
  let found = "";
  await expect
    .poll(async () => {
      const html = await (await page.request.get("/demo/mailbox")).text();
      const letters = html.split("<article>").filter((letter) => letter.includes(address));
      found = letters.map((letter) => matching.exec(letter)?.[1] ?? "").find(Boolean) ?? "";
      return found;
    })
    .not.toBe("");
  return found;
}
