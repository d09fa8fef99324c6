import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { load, median } from "./client.mjs";

/**
 * `node api/bench/anonymous.mjs <root>`: a page of the catalogue as an anonymous visitor is sent it, kept and made anew each
 * time, on a database with the large catalogue. CPU of the API process per answer, alternating.
 */
const root = process.argv[2];
const PORT = 4373;
const { anonymousDocuments } = await import(pathToFileURL(`${root}/api/dist/http/gql/anonymous-documents.js`).href);
const query = anonymousDocuments.find((text) => text.startsWith("query HomePage"));
const path = `/graphql/documents/${createHash("sha256").update(query).digest("hex")}`;
const body = JSON.stringify({ query, variables: {} });
const ways = {
  kept: () => ({ method: "GET", path, headers: {} }),
  anew: () => ({ path: "/graphql", headers: { "content-type": "application/json", "x-kaidan-app": "shop" }, body }),
};

const child = spawn(process.execPath, ["api/dist/main.js"], {
  cwd: root,
  env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "error", PORT: String(PORT) },
  stdio: ["ignore", "ignore", "inherit"],
});
try {
  await ready();
  const rounds = { kept: [], anew: [] };
  for (let round = 0; round < 5; round += 1) {
    for (const [way, make] of Object.entries(ways)) {
      const before = ticks();
      const { perSecond, latencies } = await load({ port: PORT, connections: 16, seconds: 2, make });
      rounds[way].push({ perSecond, cpu: ((ticks() - before) * 10) / latencies.length });
    }
  }
  const of = (way, figure) => median(rounds[way].map((each) => each[figure]));
  console.log("\n| home page, 12 of 20,000 products | answers/s | CPU ms |\n|---|---|---|");
  for (const way of ["kept", "anew"]) {
    console.log(`| ${way} | ${of(way, "perSecond").toFixed(0)} | ${of(way, "cpu").toFixed(3)} |`);
  }
  const [times, cpu] = [of("kept", "perSecond") / of("anew", "perSecond"), of("anew", "cpu") / of("kept", "cpu")];
  console.log(`| ratio | ${times.toFixed(1)} × | ${cpu.toFixed(1)} × |`);
} finally {
  child.kill("SIGTERM");
}

/** Hundredths of a second of CPU that the API process has used. */
function ticks() {
  const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

async function ready() {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("The API did not start.");
}
