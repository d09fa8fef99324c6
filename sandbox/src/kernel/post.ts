import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";

const MAX_ANSWER = 1_048_576;

/** What came back within the time allowed, or why nothing did. */
export type Outcome =
  | { readonly kind: "answered"; readonly status: number; readonly body: string; readonly ms: number }
  | { readonly kind: "silent"; readonly reason: string; readonly ms: number };

/** One call to the configured callback. */
export interface Sending {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly body?: string;
  readonly cutMs: number;
  /** Ends it early, as a failure. */
  readonly signal: AbortSignal;
  /** Told once, when all bytes are on their way or never will be: who comes next may start. */
  readonly onHandedOver?: () => void;
}

/** Sends and waits at most `cutMs` for the whole answer; never throws, and follows no redirect. */
export function send(sending: Sending): Promise<Outcome> {
  const from = performance.now();
  const since = (): number => Math.round(performance.now() - from);
  const start = sending.url.startsWith("https:") ? overHttps : overHttp;
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      sending.onHandedOver?.();
      resolve(outcome);
    };
    const request = start(sending.url, {
      method: sending.method,
      agent: false,
      signal: sending.signal,
      headers: {
        "user-agent": "Mozilla/4.0",
        accept: "*/*",
        connection: "close",
        ...(sending.body === undefined
          ? {}
          : { "content-type": "text/xml", "content-length": Buffer.byteLength(sending.body) }),
      },
    });
    const timer = setTimeout(() => {
      settle({ kind: "silent", reason: `no answer within ${sending.cutMs / 1_000} s`, ms: since() });
      request.destroy();
    }, sending.cutMs);
    request.on("finish", () => sending.onHandedOver?.());
    request.on("error", (error) => settle({ kind: "silent", reason: error.message, ms: since() }));
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size <= MAX_ANSWER) chunks.push(chunk);
        else request.destroy(new Error("the answer is too long"));
      });
      response.on("error", (error) => settle({ kind: "silent", reason: error.message, ms: since() }));
      response.on("end", () => {
        settle({
          kind: "answered",
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          ms: since(),
        });
      });
    });
    request.end(sending.body);
  });
}
