import { newSecret } from "../../src/kernel/ids.js";
import { SYSTEM } from "../../src/platform/viewer.js";
import type { Answer, Reply } from "../../src/wechat/answering.js";
import { sceneOf } from "../../src/wechat/binding.js";
import { addBinding } from "../../src/wechat/binding.store.js";
import { addScene } from "../../src/wechat/scene.store.js";
import { eventXml, inMode, openReply, push, textXml } from "./pushes.js";
import type { World } from "./world.js";

let phones = 0;

/** Somebody's WeChat that writes to the service account: each message is pushed, sealed, and its reply opened. */
export class Phone {
  readonly openid = `o-phone-${(phones += 1)}`;
  private readonly seen = new Set<string>();

  /** `world` must be connected to an account in safe mode. */
  constructor(private readonly world: World) {}

  text(text: string): Promise<Answer> {
    return this.send(textXml(this.openid, text, this.world.clock.now()));
  }

  click(eventKey: string): Promise<Answer> {
    return this.event("CLICK", eventKey);
  }

  event(event: string, eventKey = ""): Promise<Answer> {
    return this.send(eventXml(this.openid, event, this.world.clock.now(), { EventKey: eventKey }));
  }

  /** What is said to a text; "→ 人工" when a person takes over, "" when nothing is said. */
  async says(text: string): Promise<string> {
    return said(await this.text(text));
  }

  /** Binds it to an account as a scan that was confirmed does. */
  async bind(accountId: string, audience: "CUSTOMER" | "SUPPLIER" | "STAFF" = "CUSTOMER"): Promise<this> {
    await this.world.server.platform.work.run(SYSTEM, async (tx) => {
      const scene = await addScene(tx, {
        secret: sceneOf(newSecret()),
        accountId,
        audience,
        sessionId: "made-by-a-test",
        via: "SCENE",
        qrUrl: "",
        openid: this.openid,
      });
      await addBinding(tx, scene, false);
    });
    return this;
  }

  private async send(xml: string): Promise<Answer> {
    const { http, platform } = this.world.server;
    const { body, statusCode } = await push(http, inMode("safe", xml, this.world.clock.now()));
    if (statusCode !== 200) throw new Error(`The push was answered with ${statusCode}.`);
    const noted = await platform.database.read.query<{ id: string; intent: string | null; orderId: string | null }>(
      "SELECT id, intent, orderId FROM wechat_inbound WHERE openid = ?",
      [this.openid],
    );
    const row = noted.find(({ id }) => !this.seen.has(id));
    if (row) this.seen.add(row.id);
    return { reply: replyIn(body), intent: row?.intent ?? null, orderId: row?.orderId ?? null };
  }
}

function replyIn(body: string): Reply | null {
  if (body === "success") return null;
  const xml = openReply(body);
  if (xml.includes("<![CDATA[transfer_customer_service]]>")) return { kind: "transfer" };
  const [, text] = /<Content><!\[CDATA\[([\s\S]*)\]\]><\/Content>/.exec(xml) ?? [];
  return text === undefined ? null : { kind: "text", text };
}

export function said({ reply }: Answer): string {
  if (!reply) return "";
  return reply.kind === "text" ? reply.text : "→ 人工";
}
