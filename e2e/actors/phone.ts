import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import type { World } from "../world/world.js";

/** What the sandbox tells of one message in a phone's chat. */
export interface ChatItem {
  readonly id: string;
  readonly at: string;
  readonly from: "me" | "account" | "system";
  readonly kind: "text" | "card" | "news" | "notice";
  readonly text?: string;
  readonly card?: {
    readonly title: string;
    readonly rows: readonly { label: string; value: string }[];
    readonly url: string;
  };
}

/** A simulated phone on its page, and what only the sandbox knows of it. */
export class Phone {
  private constructor(
    readonly page: Page,
    private readonly world: World,
    readonly id: string,
    readonly name: string,
  ) {}

  /** Takes the phone of this name out; its page is open afterwards, without any message yet. */
  static async open(world: World, name: string): Promise<Phone> {
    const { phones } = await control<{ phones: { id: string; name: string }[] }>(world, "GET", "/control/state");
    const id = phones.find((phone) => phone.name === name)?.id;
    if (!id) throw new Error(`There is no phone of ${name}.`);
    const page = await (await world.browser()).newPage();
    await page.goto(world.sandbox.control);
    return new Phone(page, world, id, name);
  }

  get body(): Locator {
    return this.page.getByRole("region", { name: `${this.name}的手机` });
  }

  get chat(): Locator {
    return this.body.getByRole("log", { name: "聊天记录" });
  }

  /** The page open in WeChat's own browser. */
  get browser(): FrameLocator {
    return this.body.frameLocator("iframe[title=微信内浏览器]");
  }

  cards(title: string): Locator {
    return this.chat.getByRole("article", { name: title });
  }

  /** Follows the code of a web page with the camera: this phone is chosen for it, and follows the account it names. */
  async scanAndFollow(qrText: string): Promise<void> {
    await this.page.goto(`${this.world.sandbox.control}/#scan=${encodeURIComponent(qrText)}`);
    await this.page.getByRole("dialog").getByRole("button", { name: this.name }).click();
    await this.body.getByRole("button", { name: "关注服务号" }).click();
  }

  /** The digits by which whoever scanned shows that the chat is theirs. */
  async codeInChat(): Promise<string> {
    const told = this.chat.getByText(/确认码：\d{4}/);
    await expect(told).toBeVisible();
    return /确认码：(\d{4})/.exec((await told.textContent()) ?? "")?.[1] ?? "";
  }

  async say(text: string): Promise<void> {
    const keyboard = this.body.getByRole("button", { name: "切换到键盘" });
    const input = this.body.getByRole("textbox", { name: "输入消息" });
    // The account's menu takes the keyboard's place whenever it arrives.
    await expect(async () => {
      if (await keyboard.isVisible()) await keyboard.click();
      await input.fill(text, { timeout: 1_000 });
    }).toPass();
    await input.press("Enter");
    await expect(this.chat.getByText(text, { exact: true }).last()).toBeVisible();
  }

  async unfollow(): Promise<void> {
    await control(this.world, "POST", `/control/phones/${this.id}/unfollow`, {});
  }

  /** Everything in the chat, as the sandbox keeps it. */
  async items(): Promise<ChatItem[]> {
    return (await control<{ items: ChatItem[] }>(this.world, "GET", `/control/phones/${this.id}/chat`)).items;
  }
}

/** Asks the sandbox's control interface; throws when it refuses. */
export async function control<T>(world: World, method: "GET" | "POST", path: string, body?: object): Promise<T> {
  const { control: origin, controlToken } = world.sandbox;
  const answer = await fetch(origin + path, {
    method,
    headers: { "x-sandbox-token": controlToken, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (answer.status === 204 ? null : await answer.json()) as T;
}
