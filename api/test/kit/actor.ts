import { expect } from "vitest";
import type { Server } from "../../src/server.js";

export type AppName = "shop" | "supplier" | "admin";

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** The shape tests read answers in: any field, typed by the caller where it matters. */
export type Data = { readonly [field: string]: Data } & readonly Data[] & string & number & boolean;

let actors = 0;

/** One person with one browser: keeps the cookies it was given and names its app. */
export class Actor {
  private readonly cookies = new Map<string, string>();
  private apiKey: string | undefined;
  /** Everybody calls from an address of their own, so that one's tries never count as another's. */
  private readonly remoteAddress = `127.0.${Math.floor((actors += 1) / 250) + 1}.${(actors % 250) + 1}`;

  constructor(
    readonly server: Server,
    readonly app: AppName,
  ) {}

  /** Uses an API key instead of a session. */
  withKey(secret: string): this {
    this.apiKey = secret;
    return this;
  }

  /** Uses a session that was opened without a password, as makers do. */
  withSession(token: string): this {
    this.cookies.set(`kaidan-${this.app}`, token);
    return this;
  }

  /** Sends a document and returns the raw answer, errors included. */
  async send(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const reply = await this.server.http.inject({
      method: "POST",
      url: "/graphql",
      headers: this.headers(),
      remoteAddress: this.remoteAddress,
      payload: { query, variables },
    });
    this.keepCookies(reply.cookies);
    return reply.json() as Answer;
  }

  /** Sends a document that must succeed and returns its data. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const answer = await this.send(query, variables);
    expect(answer.errors, JSON.stringify(answer.errors)).toBeUndefined();
    return answer.data as unknown as Data;
  }

  /** Sends a mutation that must be done: returns its payload, after checking that it carries no userErrors. */
  async do(query: string, input: Record<string, unknown> = {}): Promise<Data> {
    const payload = await this.payload(query, input);
    expect(payload["userErrors"], JSON.stringify(payload["userErrors"])).toEqual([]);
    return payload;
  }

  /** Sends a mutation that must be refused and returns the code of its one userError. */
  async refusal(query: string, input: Record<string, unknown> = {}): Promise<string> {
    const payload = await this.payload(query, input);
    const errors = payload["userErrors"] as unknown as { code: string }[];
    expect(errors).toHaveLength(1);
    return errors[0]?.code ?? "";
  }

  /** The code of the top-level error of a document that must not be served. */
  async error(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const answer = await this.send(query, variables);
    expect(answer.errors, JSON.stringify(answer.data)).toBeDefined();
    return answer.errors?.[0]?.extensions?.code ?? "";
  }

  /** Uploads a file as the app does; returns its id. */
  async upload(purpose: string, content: Buffer, name = "photo.png"): Promise<{ status: number; body: Data }> {
    const boundary = "----kaidan";
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    const reply = await this.server.http.inject({
      method: "POST",
      url: `/upload?purpose=${purpose}`,
      headers: { ...this.headers(), "content-type": `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
    return { status: reply.statusCode, body: reply.json() as Data };
  }

  /** The cookie header, for a socket or a raw request. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async signIn(login: string, password: string): Promise<this> {
    await this.do("mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }", {
      login,
      password,
    });
    return this;
  }

  private async payload(query: string, input: Record<string, unknown>): Promise<Data> {
    const data = await this.ask(query, { input });
    const [payload] = Object.values(data as unknown as Record<string, Data>);
    if (!payload) throw new Error("The document has no root field.");
    return payload;
  }

  private headers(): Record<string, string> {
    return {
      "x-kaidan-app": this.app,
      ...(this.apiKey ? { authorization: `Bearer ${this.apiKey}` } : {}),
      ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}),
    };
  }

  private keepCookies(cookies: readonly { name: string; value: string; expires?: Date }[]): void {
    for (const { name, value } of cookies) {
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
  }
}
