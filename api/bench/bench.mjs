import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Client, load, median, percentile } from "./client.mjs";
import { confirmation, untilQuiet } from "./confirm.mjs";
import { latencies, subscribe, subscribeFloor } from "./live.mjs";
import { priceCpu } from "./price.mjs";
import * as queries from "./queries.mjs";
import { bindPhones, cards, chat } from "./wechat.mjs";

/**
 * Measures the product beside its floor in one alternating run (A B A B …, medians) on MariaDB with the demo's data.
 * Prints a table and writes bench.json. Run by `npm run bench`, which starts the database.
 */
const { values: options } = parseArgs({
  options: { quick: { type: "boolean" }, only: { type: "string" }, root: { type: "string" }, out: { type: "string" } },
});
const seconds = options.quick ? 2 : 5;
const rounds = options.quick ? 3 : 5;
const CONNECTIONS = 16;
const SUBSCRIBERS = 1_000;
const ours = { name: "ours", port: 4371, args: ["api/dist/main.js"] };
const floor = { name: "floor", port: 4372, args: ["api/bench/floor.mjs"] };

const { startSandbox } = await import(new URL("../../sandbox/dist/start.js", import.meta.url).href);
const api = `http://127.0.0.1:${ours.port}`;
const sandbox = await startSandbox({
  dir: join(process.env.DATA_DIR, "sandbox"),
  callback: `${api}/wechat/messages`,
  web: api,
  mode: "safe",
});
const servers = [];
try {
  for (const server of [ours, floor]) await start(server);
  const ground = await prepare();
  const results = [];
  const wanted = (part) => options.only === undefined || options.only === part;
  if (wanted("pages")) {
    for (const measure of measures(ground)) results.push(await compare(measure));
    results.push(await compare(await confirmation(ground.lin, { count: options.quick ? 60 : 200, rounds })));
  }
  if (wanted("live")) results.push(await live(ground));
  if (wanted("wechat")) results.push(...(await wechat(ground)));
  report(results);
  if (wanted("price")) {
    console.log(`\none price, 12 components and 8 rules: ${priceCpu().toFixed(2)} ms of CPU (target 1)`);
  }
} finally {
  await sandbox.stop();
  for (const server of servers) server.child.kill("SIGTERM");
}

async function start(server) {
  server.child = spawn(process.execPath, server.args, {
    cwd: options.root,
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "error", PORT: String(server.port), ...sandbox.env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  servers.push(server);
  const probe = server === ours ? "/ready" : "/list";
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${server.port}${probe}`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${server.name} did not start.`);
}

/** Signs the demo's people in and finds what is measured: a product, a running order, a valid purchase. */
async function prepare() {
  const url = `http://127.0.0.1:${ours.port}`;
  const logins = ["lin", "chen", "zhao", "huang", "tang"];
  const people = await Promise.all(logins.map((name) => new Client(url, "shop").signIn(`${name}@demo.kaidan`)));
  const [lin] = people;
  const subscribers = [];
  for (const person of people) {
    const { myOrders } = await person.ask("{ myOrders(first: 20) { nodes { id } } }");
    subscribers.push({ cookie: person.cookie, orderIds: myOrders.nodes.map((node) => node.id) });
  }
  const { myOrders } = await lin.ask(
    "{ myOrders(first: 50, state: IN_DELIVERY) { nodes { id tickets { itemName state } } } }",
  );
  const running = myOrders.nodes.find(({ tickets }) => tickets.some(isWatched));
  subscribers[0].orderIds = [running.id];
  return { url, lin, people, subscribers, orderId: running.id, purchase: await purchase(lin) };
}

async function purchase(lin) {
  const { product } = await lin.ask('{ product(slug: "half-package") { id components { id required } } }');
  const choices = product.components.map(({ id, required }) => ({
    componentId: id,
    selected: required,
    supplierId: null,
  }));
  const inputs = Object.entries({ AREA: "89", POINTS: "62", WET: "22", AGE: "15 年" }).map(([code, value]) => ({
    code,
    value,
  }));
  const wishes = { productId: product.id, regionCode: "430100", inputs, choices };
  const { priceProduct } = await lin.ask(queries.price, wishes);
  const { total, hash } = priceProduct.price;
  return {
    ...wishes,
    contactName: "林晓",
    contactPhone: "13800001001",
    address: "开福区湘江中路 18 号",
    expectedTotal: total,
    expectedHash: hash,
  };
}

function measures({ lin, orderId, purchase: bought }) {
  const ask = (query, variables = {}) => {
    const body = JSON.stringify({ query, variables });
    const headers = lin.headers();
    return () => ({ path: "/graphql", headers, body });
  };
  const anonymous = (query, variables = {}) => {
    const body = JSON.stringify({ query, variables });
    return () => ({ path: "/graphql", headers: { "content-type": "application/json", "x-kaidan-app": "shop" }, body });
  };
  const get = (path) => () => ({ method: "GET", path, headers: {} });
  let keys = 0;
  const run = `${process.pid}-${Date.now()}`;
  const place = () => {
    const input = { ...bought, idempotencyKey: `bench-${run}-${(keys += 1)}` };
    return {
      path: "/graphql",
      headers: lin.headers(),
      body: JSON.stringify({ query: queries.place, variables: { input } }),
    };
  };
  return [
    { title: "catalogue list, 17 products", ours: anonymous(queries.list), floor: get("/list"), target: 0.75 },
    {
      title: "product page",
      ours: anonymous(queries.product, { slug: "half-package" }),
      floor: get("/product?slug=half-package"),
      target: 0.5,
    },
    { title: "order page", ours: ask(queries.order, { id: orderId }), floor: get(`/order?id=${orderId}`), target: 0.5 },
    {
      title: "place order, 8 clients, durable",
      ours: place,
      floor: get(`/place?id=${orderId}`),
      target: 0.6,
      connections: 8,
      write: true,
    },
  ];
}

/** Alternates the two sides; keeps throughput, latency and the server's own CPU time per request. */
async function compare(measure) {
  const sides = { ours: [], floor: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const server of [ours, floor]) {
      // What listeners still do of the last round would be counted against the other side.
      if (measure.write) await untilQuiet();
      const before = cpuMs(server.child.pid);
      const result = await load({
        port: server.port,
        connections: measure.connections ?? CONNECTIONS,
        seconds: measure.count ? 60 : round === 0 ? 1 : seconds,
        count: measure.count,
        make: measure[server.name],
      });
      const cpu = (cpuMs(server.child.pid) - before) / result.requests;
      if (round > 0) sides[server.name].push({ ...result, cpu }); // the first round only warms up
    }
  }
  const told = (side) => ({
    perSecond: median(side.map((run) => run.perSecond)),
    p50: median(side.map((run) => percentile(run.latencies, 0.5))),
    p99: median(side.map((run) => percentile(run.latencies, 0.99))),
    cpuMs: median(side.map((run) => run.cpu)),
    bytes: side[0].bytes,
  });
  const [a, b] = [told(sides.ours), told(sides.floor)];
  return {
    title: measure.title,
    ours: a,
    floor: b,
    throughputRatio: a.perSecond / b.perSecond,
    cpuRatio: b.cpuMs / a.cpuMs,
    target: measure.target,
    on: measure.write ? "throughput" : "cpu",
  };
}

/** Approve → the customer's socket, with 1,000 subscriptions open; the floor only publishes. */
async function live({ url, subscribers, orderId }) {
  const supplier = await new Client(url, "supplier").signIn("jiangxin@demo.kaidan");
  const reviewer = await new Client(url, "admin").signIn("reviewer@demo.kaidan");
  const ticketId = await ticketOf(supplier, orderId);
  const open = await subscribe({ port: ours.port, people: subscribers, total: SUBSCRIBERS, watched: orderId });
  const times = options.quick ? 30 : 100;
  let reports = 0;
  const all = [];
  for (let n = 0; n < times; n += 1) {
    // Posting moves the order's stream as well: its events are waited for, but not measured.
    let report;
    await latencies({
      times: 1,
      watching: open.watching,
      onEvent: (hear) => open.onEvent(orderId, hear),
      act: async () => {
        report = await post(supplier, ticketId, `live-${n}`);
      },
    });
    const measured = await latencies({
      times: 1,
      watching: open.watching,
      onEvent: (hear) => open.onEvent(orderId, hear),
      act: async (begin) => {
        begin();
        await approve(reviewer, report);
      },
    });
    all.push(...measured);
    reports += 1;
  }
  const watching = open.watching;
  open.close();
  const bare = await subscribeFloor({ port: floor.port, total: SUBSCRIBERS, watching, topic: orderId });
  const floorAll = await latencies({
    times,
    watching,
    onEvent: bare.onEvent,
    act: async (begin) => {
      begin();
      await fetch(`http://127.0.0.1:${floor.port}/publish?id=${orderId}`);
    },
  });
  bare.close();
  const told = (values) => ({
    p50: percentile(values, 0.5),
    p95: percentile(values, 0.95),
    p99: percentile(values, 0.99),
  });
  return {
    title: `approve → ${watching} of ${SUBSCRIBERS} subscriptions, ${reports} times`,
    ours: told(all),
    floor: told(floorAll),
    live: true,
    targetP95: 300,
  };
}

async function post(supplier, ticketId, key) {
  const input = {
    ticketId,
    milestoneCode: null,
    text: `记录 ${key}`,
    photoFileIds: [],
    idempotencyKey: `bench-${process.pid}-${key}`,
  };
  const { postProgress } = await supplier.ask(
    "mutation($input: PostProgressInput!) { postProgress(input: $input) { report { id version } userErrors { code } } }",
    { input },
  );
  return postProgress.report;
}

function approve(reviewer, { id, version }) {
  return reviewer.ask(
    "mutation($input: ApproveProgressInput!) { approveProgress(input: $input) { userErrors { code } } }",
    { input: { reportId: id, version } },
  );
}

/** Two promises of the service account: an answer in chat, and the card after an approval. No floor: it is all ours. */
async function wechat({ url, people, orderId }) {
  const phones = await bindPhones({ people, sandbox });
  await chat({ url, sandbox, phones, seconds: 2 }); // warms up
  const replies = await chat({ url, sandbox, phones, seconds: options.quick ? 10 : 30 });
  const supplier = await new Client(url, "supplier").signIn("jiangxin@demo.kaidan");
  const reviewer = await new Client(url, "admin").signIn("reviewer@demo.kaidan");
  const ticketId = await ticketOf(supplier, orderId);
  const times = options.quick ? 20 : 50;
  const arrived = await cards({
    sandbox,
    phone: phones[0],
    times,
    postReport: (n) => post(supplier, ticketId, `card-${n}`),
    approve: (report) => approve(reviewer, report),
  });
  return [
    told(`进度 → reply, 50 messages a second, ${replies.length} messages`, replies, { targetP99: 500 }),
    told(`approve → card in WeChat, ${times} times`, arrived, { targetP95: 1_000 }),
  ];
}

function told(title, values, target) {
  const ours = { p50: percentile(values, 0.5), p95: percentile(values, 0.95), p99: percentile(values, 0.99) };
  return { title, ours, floor: { p50: Number.NaN, p95: Number.NaN, p99: Number.NaN }, live: true, ...target };
}

async function ticketOf(supplier, orderId) {
  const { myTickets } = await supplier.ask("{ myTickets(first: 50) { nodes { id state itemName } } }");
  const ticket = myTickets.nodes.find(isWatched);
  if (!ticket) throw new Error(`No work is going on for ${orderId}.`);
  return ticket.id;
}

/** The demo's renovation in full swing. */
function isWatched({ state, itemName }) {
  return state === "IN_PROGRESS" && itemName === "半包基装";
}

/** User and system time of a process so far, in ms; Linux only, else the whole table is without CPU figures. */
function cpuMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

function report(results) {
  const n = (value, digits = 1) => (Number.isFinite(value) ? value.toFixed(digits) : "–");
  const lines = [
    `| what | ours req/s | floor req/s | throughput ratio | CPU ms ours / floor | CPU ratio | p50 / p99 ms | target | |`,
    "|---|---|---|---|---|---|---|---|---|",
    ...results
      .filter((r) => !r.live)
      .map((r) => {
        const reached = (r.on === "cpu" ? r.cpuRatio : r.throughputRatio) >= r.target;
        return `| ${r.title} (${r.ours.bytes} / ${r.floor.bytes} B) | ${n(r.ours.perSecond, 0)} | ${n(r.floor.perSecond, 0)} | ${n(r.throughputRatio, 2)} | ${n(r.ours.cpuMs, 2)} / ${n(r.floor.cpuMs, 2)} | ${n(r.cpuRatio, 2)} | ${n(r.ours.p50)} / ${n(r.ours.p99)} | ${r.on} ≥ ${r.target} | ${reached ? "reached" : "not yet"} |`;
      }),
    "",
    "| live | ours p50 / p95 / p99 ms | floor p50 / p95 / p99 ms | target | |",
    "|---|---|---|---|---|",
    ...results
      .filter((r) => r.live)
      .map(
        (r) =>
          `| ${r.title} | ${n(r.ours.p50)} / ${n(r.ours.p95)} / ${n(r.ours.p99)} | ${n(r.floor.p50)} / ${n(r.floor.p95)} / ${n(r.floor.p99)} | ${r.targetP99 ? `p99 ≤ ${r.targetP99}` : `p95 ≤ ${r.targetP95}`} | ${(r.targetP99 ? r.ours.p99 <= r.targetP99 : r.ours.p95 <= r.targetP95) ? "reached" : "not yet"} |`,
      ),
  ];
  console.log(
    `\nNode ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, MariaDB, demo data, ${CONNECTIONS} connections, ${rounds} rounds of ${seconds} s\n`,
  );
  console.log(lines.join("\n"));
  const strip = (side) => Object.fromEntries(Object.entries(side).filter(([name]) => name !== "latencies"));
  writeFileSync(
    options.out,
    `${JSON.stringify(
      results.map((r) => ({ ...r, ours: strip(r.ours), floor: strip(r.floor) })),
      null,
      2,
    )}\n`,
  );
}
