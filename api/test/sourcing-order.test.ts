import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { anInquiry, asCustomer, awardWhole, bid, passDeadline, say } from "./kit/makers-sourcing.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const QUOTE = "query($no: String!) { quotation(no: $no) { id versions { number hash total } } }";
const ACCEPT =
  "mutation($input: AcceptQuotationInput!) { acceptQuotation(input: $input) { order { id total } userErrors { code field } } }";

describe("an accepted award", () => {
  it("is an order at exactly the awarded prices", async () => {
    const made = await anInquiry(world, { suppliers: 2, items: 2 });
    const [one] = made.suppliers;
    if (!one) throw new Error("There are two.");
    await bid(one, made, { prices: { L1: 48_050, L2: 9_999 } });
    await passDeadline(world, made);
    const [sent] = (await asCustomer(made.customer, made.no))["bids"] as unknown as { id: string }[];
    await made.customer.do(say.award, await awardWhole(made, sent?.id ?? ""));
    const { quotationNo: no } = await made.now();
    const { quotation } = (await made.customer.ask(QUOTE, { no })) as unknown as {
      quotation: { id: string; versions: { number: number; hash: string; total: string }[] };
    };
    const [version] = quotation.versions;
    const done = await made.customer.do(ACCEPT, {
      quotationId: quotation.id,
      number: version?.number,
      hash: version?.hash,
      ticked: [],
      expectedTotal: version?.total,
      contactName: "林晓月",
      contactPhone: "13812345678",
      address: "开福区湘江中路 18 号",
      idempotencyKey: newId(),
    });
    expect(done["order"]).toMatchObject({ total: version?.total });
  });
});
