import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

/** One person's GraphQL over HTTP, with the cookie a sign-in gave. */
export class Client {
  cookie = "";

  constructor(url, app) {
    this.url = url;
    this.app = app;
  }

  async ask(query, variables = {}) {
    const answer = await fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: this.headers(),
      body: JSON.stringify({ query, variables }),
    });
    const cookie = answer.headers.get("set-cookie");
    if (cookie) this.cookie = cookie.split(";")[0];
    const { data, errors } = await answer.json();
    if (errors) throw new Error(JSON.stringify(errors));
    const refused = Object.values(data).flatMap((value) => value?.userErrors ?? []);
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
    return data;
  }

  async signIn(login) {
    const input = { login, password: "kaidan-demo-1" };
    await this.ask("mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }", { input });
    return this;
  }

  headers() {
    return { "content-type": "application/json", "x-kaidan-app": this.app, cookie: this.cookie };
  }
}

/**
 * A closed loop of `connections` that ask as fast as they are answered, for `seconds` or until `count` have been asked. `make` gives each request;
 * returns requests a second, latencies in ms and the answer's size. Any answer but 200 stops the run.
 */
export async function load({ port, connections, seconds, count = Number.POSITIVE_INFINITY, make }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies = [];
  let bytes = 0;
  const until = performance.now() + seconds * 1_000;
  const one = () =>
    new Promise((done, fail) => {
      const { method = "POST", path, headers, body } = make();
      const from = performance.now();
      const call = request({ host: "127.0.0.1", port, agent, method, path, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (chunk) => (text += chunk));
        answer.on("end", () => {
          if (answer.statusCode !== 200 || /"errors":|"userErrors":\[\{/.test(text))
            return fail(new Error(text.slice(0, 500)));
          latencies.push(performance.now() - from);
          bytes = Buffer.byteLength(text);
          done();
        });
      });
      call.on("error", fail);
      call.end(body);
    });
  let begun = 0;
  const loop = async () => {
    while (performance.now() < until && begun < count) {
      begun += 1;
      await one();
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: connections }, loop));
  agent.destroy();
  return {
    perSecond: (latencies.length * 1_000) / (performance.now() - from),
    requests: latencies.length,
    latencies,
    bytes,
  };
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values) => percentile(values, 0.5);
