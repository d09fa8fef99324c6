import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MINUTE, SECOND } from "../src/kernel/clock.js";
import { NoticeSendRow } from "../src/notifications/notices.table.js";
import { MAX_TRIES } from "../src/notifications/send.js";
import type { Actor } from "./kit/actor.js";
import { type Applicants, applicantsOf } from "./kit/applicants.js";
import { MailServer } from "./kit/mail-server.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const RETURN =
  "mutation($input: ReturnSupplierApplicationInput!) { returnSupplierApplication(input: $input) { userErrors { code } } }";
const RETRY = "mutation($input: RetryNoticeSendInput!) { retryNoticeSend(input: $input) { userErrors { code } } }";
const SENDS = "{ noticeSends(first: 1) { nodes { address recipient subject error } } }";

let world: World;
let mail: MailServer;
let staff: Actor;
let applicants: Applicants;
beforeAll(async () => {
  mail = await MailServer.open();
  world = await openWorld({ env: { SMTP_URL: mail.url, MAIL_FROM: "开单 <no-reply@kaidan.example>" } });
  applicants = await applicantsOf(world);
});
beforeEach(async () => {
  staff = await aStaff(world);
});
afterAll(async () => {
  await world.close();
  await mail.close();
});

/** An application that was sent back; the mail server answers that letter with `answers`. */
async function returned(reason: string, ...answers: string[]): Promise<{ id: string; email: string; token: string }> {
  const before = mail.letters.length;
  const { id, version, email, token } = await applicants.submitted();
  // The first letter, with their link, is waited for by nobody else.
  await expect.poll(() => mail.letters.length).toBe(before + 1);
  mail.answers.push(...answers);
  await staff.do(RETURN, { applicationId: id, version, reason });
  await world.settle();
  return { id, email, token };
}

const sendsOf = (id: string): Promise<NoticeSendRow[]> =>
  world.server.platform.database.read.rows(NoticeSendRow, "WHERE t.recipientId = ?", [id]);
/** A letter as people read it: quoted-printable undone. */
const textOf = (letter: string | undefined): string => {
  const bytes = (letter ?? "")
    .replaceAll("=\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
};

describe("a letter to an applicant", () => {
  it("carries the reason and their private link, which stands in no table", async () => {
    const { id, token } = await returned("请补充营业执照");
    const [send] = await sendsOf(id);
    expect(send).toMatchObject({ channel: "EMAIL", state: "SENT", attempts: 1 });
    const letter = mail.letters.find((one) => one.includes(`<${send?.id}@kaidan.example>`));
    expect(textOf(letter)).toContain("请补充营业执照");
    expect(textOf(letter)).toContain(`/supplier/apply/status#${token}`);
    const { read } = world.server.platform.database;
    const kept = JSON.stringify([
      await read.query("SELECT * FROM notices"),
      await read.query("SELECT * FROM notice_sends"),
    ]);
    expect(kept).not.toContain(token);
  });

  it("that the mail server can't take now is tried again, by the same id", async () => {
    const { id } = await returned("请稍等", "451 later");
    expect((await sendsOf(id))[0]).toMatchObject({ state: "QUEUED", verdict: "BUSY", attempts: 1 });
    world.clock.advance(MINUTE);
    await world.settle();
    const [send] = await sendsOf(id);
    expect(send).toMatchObject({ state: "SENT", verdict: null, error: null, attempts: 2 });
    expect(mail.letters.filter((one) => one.includes(`<${send?.id}@kaidan.example>`))).toHaveLength(1);
  });

  it("that goes to no mailbox fails at once, is seen by staff, and is sent when they retry", async () => {
    const { id, email } = await returned("地址不存在", "550 no such mailbox");
    const [failed] = await sendsOf(id);
    expect(failed).toMatchObject({ state: "FAILED", verdict: "ADDRESS", attempts: 1 });
    const seen = (await staff.ask(SENDS))["noticeSends"]?.["nodes"]?.[0];
    expect(seen).toMatchObject({ address: `${email[0]}***@${email.split("@")[1]}`, recipient: null });
    expect(String(seen?.["error"])).toContain("550");
    await staff.do(RETRY, { sendId: failed?.id, version: failed?.version });
    await world.settle();
    expect((await sendsOf(id))[0]).toMatchObject({ state: "SENT", attempts: 1 });
  });

  it("is tried after 15, 30, 60 … seconds and given up when the mail server stays away for half an hour", async () => {
    const { id } = await returned("一直不通", ...Array.from({ length: MAX_TRIES }, () => "451 later"));
    for (let tries = 1; tries < MAX_TRIES; tries += 1) {
      world.clock.advance(15 * SECOND * 2 ** (tries - 1) - 1);
      await world.settle();
      expect((await sendsOf(id))[0]).toMatchObject({ state: "QUEUED", attempts: tries });
      world.clock.advance(1);
      await world.settle();
    }
    expect((await sendsOf(id))[0]).toMatchObject({ state: "FAILED", verdict: "BUSY", attempts: MAX_TRIES });
  });
});
