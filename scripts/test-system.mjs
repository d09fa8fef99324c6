import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Finds a program on the PATH, or null. */
export function which(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      for (const ending of process.platform === "win32" ? [".exe", ".cmd"] : [""]) {
        const file = join(folder, name + ending);
        if (existsSync(file)) return file;
      }
    }
  }
  return null;
}

function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return (
    which("chromium", "chromium-browser", "google-chrome", "google-chrome-stable") ?? (existsSync(mac) ? mac : null)
  );
}

const findMariadb = () =>
  which("mariadbd", "mysqld") ?? ["/usr/sbin/mariadbd", "/usr/sbin/mysqld"].find(existsSync) ?? null;

const hasChineseFont = () =>
  process.platform !== "linux" ||
  /:lang=zh|CJK|Hei|Song/i.test(spawnSync("fc-list", [":lang=zh"]).stdout?.toString() ?? "");

/** What the suites need from the machine; installs it where that is possible without asking. */
export async function prepareSystem() {
  const wanted = [];
  if (!findMariadb()) wanted.push("mariadb-server");
  if (!findChromium()) wanted.push("chromium");
  if (!hasChineseFont()) wanted.push("fonts-noto-cjk");
  if (wanted.length > 0 && isDebianRoot()) installByApt(wanted);
  const missing = [];
  const mariadb = findMariadb();
  const chromium = findChromium();
  if (!mariadb)
    missing.push(
      "API tests on MariaDB. Install MariaDB 10.6+ (macOS: brew install mariadb; Debian: apt-get install mariadb-server).",
    );
  if (!chromium) missing.push("browser journeys. Install Chromium or Chrome, or set CHROMIUM_PATH.");
  if (!hasChineseFont())
    missing.push(
      "nothing, but pages are tested without Chinese glyphs. Install a Chinese font (Debian: fonts-noto-cjk).",
    );
  return { mariadb, chromium, missing };
}

function isDebianRoot() {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*debian/m.test(release) && which("apt-get") !== null;
}

function installByApt(packages) {
  console.log(`  installing ${packages.join(", ")} by apt-get …`);
  const options = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  spawnSync("apt-get", ["update", "-q"], options);
  spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], options);
}
