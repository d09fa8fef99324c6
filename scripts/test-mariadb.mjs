import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A throw-away MariaDB on a free port of 127.0.0.1, with an empty data folder: ready in about a second. Runs without
 * grants, so it is for tests only and never listens elsewhere.
 */
export async function startMariadb(program, { folder: parent = tmpdir(), buffer = "128M" } = {}) {
  const folder = mkdtempSync(join(parent, "kaidan-mariadb-"));
  mkdirSync(join(folder, "data"));
  const port = await freePort();
  const child = spawn(
    program,
    [
      "--no-defaults",
      ...(process.getuid?.() === 0 ? ["--user=root"] : []),
      `--datadir=${join(folder, "data")}`,
      `--socket=${join(folder, "m.sock")}`,
      `--pid-file=${join(folder, "m.pid")}`,
      `--port=${port}`,
      "--bind-address=127.0.0.1",
      "--skip-grant-tables",
      "--skip-log-bin",
      "--innodb-flush-log-at-trx-commit=1",
      "--innodb-log-file-size=32M",
      `--innodb-buffer-pool-size=${buffer}`,
      "--default-time-zone=+00:00",
      "--character-set-server=utf8mb4",
      "--collation-server=utf8mb4_bin",
    ],
    { stdio: "ignore" },
  );
  const ended = new Promise((done) => child.on("exit", done));
  await Promise.race([untilListening(port), ended.then(() => Promise.reject(new Error("MariaDB did not start.")))]);
  return {
    url: `mysql://root@127.0.0.1:${port}`,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder in memory where there is plenty, for half of a test's time was waiting for the disk; else the usual one. */
export function inMemory() {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= 4 * 1024 ** 3 ? memory : tmpdir();
}

function freePort() {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function untilListening(port) {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const open = await new Promise((done) => {
      const socket = createConnection(port, "127.0.0.1");
      socket.on("connect", () => (socket.destroy(), done(true)));
      socket.on("error", () => done(false));
    });
    if (open) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("MariaDB does not listen.");
}
