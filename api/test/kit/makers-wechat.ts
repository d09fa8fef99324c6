import { newSecret } from "../../src/kernel/ids.js";
import { SYSTEM } from "../../src/platform/viewer.js";
import type { Answer, InboundMessage } from "../../src/wechat/answering.js";
import { sceneOf } from "../../src/wechat/binding.js";
import { addBinding } from "../../src/wechat/binding.store.js";
import { answerMessage } from "../../src/wechat/conversation.webhook.js";
import { addScene } from "../../src/wechat/scene.store.js";
import type { World } from "./world.js";

let phones = 0;

/** Somebody's WeChat, that writes to the service account. */
export class Phone {
  readonly openid = `o-phone-${(phones += 1)}`;

  constructor(private readonly world: World) {}

  text(text: string): Promise<Answer> {
    return this.send({ type: "text", text });
  }

  click(eventKey: string): Promise<Answer> {
    return this.send({ type: "event", event: "CLICK", eventKey });
  }

  event(event: string, eventKey: string | null = null): Promise<Answer> {
    return this.send({ type: "event", event, eventKey });
  }

  /** What is said to a text; "→ 人工" when a person takes over, "" when nothing is said. */
  async says(text: string): Promise<string> {
    return said(await this.text(text));
  }

  send(change: Partial<InboundMessage>): Promise<Answer> {
    const at = this.world.clock.now();
    const message = { openid: this.openid, type: "text", text: null, event: null, eventKey: null, ticket: null, at };
    return answerMessage(this.world.server.platform, { ...message, ...change });
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
        unionId: null,
      });
      await addBinding(tx, scene, false);
    });
    return this;
  }
}

export function said({ reply }: Answer): string {
  if (!reply) return "";
  return reply.kind === "text" ? reply.text : "→ 人工";
}
