import { expect, it } from "vitest";
import { bookText } from "./book-text.js";
import { workedStories } from "./worked-examples.js";

/** After a change on purpose: npx vitest run --project unit src/payments/book-text.spec.ts --update */
it("docs/books.md tells what the posting functions post", async () => {
  await expect(bookText(workedStories)).toMatchFileSnapshot("../../../docs/books.md");
});
