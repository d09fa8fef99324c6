import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { formatter } from "@lingui/format-po";

const kit = fileURLToPath(new URL("../src", import.meta.url));

/**
 * Where the words of one app are found and kept. Chinese is the source text; English is complete or the build fails.
 * The catalog includes the words of those files of web-kit that the app's own files lead to, and of no others, so one
 * small file per language is all an app loads. `app` is the app's folder, e.g. "web-shop".
 */
export function linguiConfig(app: string) {
  const src = resolve(kit, "../..", app, "src");
  return {
    sourceLocale: "zh-CN",
    locales: ["zh-CN", "en"],
    catalogs: [
      {
        path: `${src}/locales/{locale}`,
        include: [src, ...kitFilesUsedBy(src)],
        exclude: ["**/*.spec.*", "**/gql/**", "**/testing/**"],
      },
    ],
    format: formatter({ origins: false }),
    orderBy: "message" as const,
  };
}

/** Every file of the kit that can be reached by imports, static or dynamic, from the app's sources. */
function kitFilesUsedBy(src: string): string[] {
  const reached = new Set<string>();
  const queue = sourcesIn(src);
  for (let file = queue.pop(); file; file = queue.pop()) {
    for (const target of importsOf(file)) {
      if (reached.has(target)) continue;
      reached.add(target);
      queue.push(target);
    }
  }
  return [...reached].sort();
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.|[\\/]gql[\\/]/.test(file))
    .map((file) => join(folder, file));
}

function importsOf(file: string): string[] {
  const specifiers = readFileSync(file, "utf8").matchAll(
    /(?:from|import\()\s*"(@kaidan\/web-kit\/[^"]+|\.{1,2}\/[^"]+)"/g,
  );
  return [...specifiers].flatMap(([, specifier = ""]) => {
    const inKit = specifier.startsWith("@kaidan/web-kit/");
    const path = inKit ? join(kit, specifier.slice("@kaidan/web-kit/".length)) : resolve(dirname(file), specifier);
    const found = [path, `${path}.ts`, `${path}.tsx`].find((each) => existsSync(each) && statSync(each).isFile());
    return found?.startsWith(kit) && /\.tsx?$/.test(found) ? [found] : [];
  });
}
