import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Item } from "../../src/account/chats.js";
import type { Phone } from "../../src/account/phones.js";
import { openSandbox, type Sandbox } from "../../src/sandbox.js";
import type { Mode } from "../../src/settings.js";
import { type Receiver, startReceiver } from "./receiver.js";

/** The shop the account's OAuth leads back to. */
export const WEB = "http://127.0.0.1:4000";

/** What API answers look like, as far as tests read them. */
export interface Answer {
  readonly errcode?: number;
  readonly errmsg?: string;
  readonly [name: string]: unknown;
}

/** A sandbox with a receiver behind it, without latency; both end with the test. */
export interface Bench extends Sandbox {
  readonly receiver: Receiver;
  /** Calls the API host with a fresh enough token. */
  call(path: string, body?: unknown, query?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Calls the control host with its token. */
  control<Result>(method: string, path: string, body?: unknown): Promise<Result>;
  phone(name: string): Phone;
  items(name: string): Item[];
  /** Resolves when everything on its way has arrived. */
  quiet(): Promise<void>;
}

export async function aSandbox(options: { mode?: Mode; dir?: string; receiver?: Receiver } = {}): Promise<Bench> {
  const receiver = options.receiver ?? (await startReceiver());
  const dir = options.dir ?? aFolder();
  const settings = { dir, port: 0, callback: `${receiver.origin}/wechat/messages`, web: WEB, mode: options.mode };
  const sandbox = await openSandbox(settings);
  const { world, ready } = sandbox;
  receiver.knows(world.account);
  world.pace.apiMs = [0, 0];
  world.pace.pushMs = [0, 0];
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await sandbox.close();
  };
  onTestFinished(close);
  const phone = (name: string): Phone => {
    const found = world.phones.all().find((one) => one.name === name);
    if (!found) throw new Error(`There is no phone of ${name}.`);
    return found;
  };
  return {
    world,
    ready,
    close,
    receiver,
    phone,
    items: (name) => world.chats.items(phone(name).id),
    quiet: () => world.background.idle(),
    call: (path, body, query) => {
      const token = world.tokens.stable(false).token;
      return api(ready.env["WECHAT_API_BASE"], path, body, { access_token: token, ...query });
    },
    control: async <Result>(method: string, path: string, body?: unknown) => {
      const answer = await fetch(`${ready.control}/control/${path}`, {
        method,
        headers: { "x-sandbox-token": ready.controlToken },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Result;
    },
  };
}

/** One call to the API host; every answer but a broken one is HTTP 200. */
export async function api(
  origin: string | undefined,
  path: string,
  body: unknown,
  query: Readonly<Record<string, string>>,
): Promise<Answer> {
  const answer = await fetch(`${origin}${path}?${new URLSearchParams(query).toString()}`, {
    method: body === undefined ? "GET" : "POST",
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as Answer;
}

/** A folder that goes with the test. */
export function aFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "sandbox-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
