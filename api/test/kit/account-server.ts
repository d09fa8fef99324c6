import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const APPID = "wx0123456789abcdef";
export const TOKEN = "kaidantesttoken";
export const AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

/** One call as the servers of WeChat got it. */
export interface Call {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is answered instead of what would be: JSON, a raw text, a status, or no answer at all. */
export type Trouble = Readonly<Record<string, unknown>> | string | number | "RESET" | "HANG";

/**
 * The few calls of WeChat's servers that the tests need, on a port of its own: one token at a time, dead tokens refused, numbers of 64 bits
 * without quotes, errors with status 200, JSON as text/plain.
 */
export class AccountServer {
  readonly calls: Call[] = [];
  /** Who a page's code belongs to; a code not in here is refused as bad. Each works once. */
  readonly codes = new Map<string, Readonly<Record<string, unknown>>>();
  private readonly troubles = new Map<string, Trouble[]>();
  private readonly held = new Map<string, Promise<void>>();
  private issued = 1;
  private accepted = new Set(["TOKEN-1"]);
  private messages = 3_187_654_321_098_765_400n;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<AccountServer> {
    const server = createServer((request, response) => void account.answer(request, response));
    const account = new AccountServer(server);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return account;
  }

  /** The settings that connect a world to this account. */
  env(mode: "plain" | "compat" | "safe" = "safe"): Record<string, string> {
    const { port } = this.server.address() as AddressInfo;
    return {
      WECHAT_APPID: APPID,
      WECHAT_SECRET: "the-secret-of-the-account",
      WECHAT_TOKEN: TOKEN,
      WECHAT_AES_KEY: AES_KEY,
      WECHAT_MODE: mode,
      WECHAT_API_BASE: `http://127.0.0.1:${port}`,
      WECHAT_OPEN_BASE: "https://open.example",
    };
  }

  /** The next calls of `path` are answered with these, in order. */
  trouble(path: string, ...answers: Trouble[]): void {
    this.troubles.set(path, [...(this.troubles.get(path) ?? []), ...answers]);
  }

  /** Calls of `path` get their answers once the returned function is called. */
  hold(path: string): () => void {
    let release = (): void => undefined;
    this.held.set(
      path,
      new Promise<void>((done) => {
        release = done;
      }),
    );
    return () => {
      this.held.delete(path);
      release();
    };
  }

  /** Nothing unusual is answered any more. */
  calmDown(): void {
    this.troubles.clear();
  }

  /** The token handed out last is refused from now on, and asking gives the next one; `stubborn`: only when it is forced. */
  killToken(options: { stubborn?: boolean } = {}): void {
    this.accepted.clear();
    if (!options.stubborn) this.issue();
  }

  to(path: string): Call[] {
    return this.calls.filter((call) => call.path === path);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private issue(): void {
    this.issued += 1;
    this.accepted = new Set([`TOKEN-${this.issued}`]);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://account");
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const body = (text ? JSON.parse(text) : {}) as Call["body"];
    const call = { path: url.pathname, query: Object.fromEntries(url.searchParams), body };
    this.calls.push(call);
    await this.held.get(call.path);
    const trouble = this.troubles.get(call.path)?.shift();
    if (trouble === "HANG") return;
    if (trouble === "RESET") return void request.socket.resetAndDestroy();
    if (typeof trouble === "number") return void response.writeHead(trouble).end("<html>Bad gateway</html>");
    const answer = trouble ?? this.usual(call);
    response.writeHead(200, { "content-type": "text/plain" });
    response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
  }

  private usual(call: Call): Readonly<Record<string, unknown>> | string {
    if (call.path === "/cgi-bin/stable_token") {
      if (call.body["force_refresh"] === true) this.issue();
      return { access_token: `TOKEN-${this.issued}`, expires_in: 7_200 };
    }
    if (call.path === "/sns/oauth2/access_token") return this.whoHas(call.query["code"] ?? "");
    if (!this.accepted.has(call.query["access_token"] ?? "")) {
      return {
        errcode: 40_001,
        errmsg: `invalid credential, access_token ${call.query["access_token"]} rid: 65a-1b-2c`,
      };
    }
    switch (call.path) {
      case "/cgi-bin/message/template/send":
        this.messages += 1n;
        return `{"errcode":0,"errmsg":"ok","msgid":${this.messages}}`;
      case "/cgi-bin/qrcode/create":
        return { ticket: "gQ+/==", expire_seconds: 600, url: `http://weixin.qq.com/q/${this.calls.length}` };
      case "/cgi-bin/template/get_all_private_template":
        return {
          template_list: [
            { template_id: "T1", title: "服务进度通知", content: "订单编号：{{character_string2.DATA}}" },
          ],
        };
      default:
        return { errcode: 0, errmsg: "ok" };
    }
  }

  private whoHas(code: string): Readonly<Record<string, unknown>> {
    const known = this.codes.get(code);
    this.codes.delete(code);
    return known ?? { errcode: 40_029, errmsg: "invalid code, rid: 65a-9" };
  }
}
