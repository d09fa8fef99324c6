import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/**
 * The floors of the webs: kit → features → pages → app. A feature never imports another feature, a page or the app; a
 * page never imports the app (its routes file may, it is where the app takes it in); the kit knows no app.
 * dependency-cruiser keeps the API's floors; it can't read TSX with this compiler, so the webs are read here.
 */
const problems = [];
let modules = 0;
for (const web of ["web-kit", "web-shop", "web-supplier", "web-admin"]) {
  for (const file of filesBelow(join(web, "src"))) {
    modules += 1;
    for (const target of importsOf(file)) {
      const reason = forbidden(web, file, target);
      if (reason) problems.push(`${file} imports ${target}: ${reason}`);
    }
  }
}
if (modules < 200) problems.push(`Only ${modules} modules were read; the check is broken.`);
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}

function forbidden(web, file, target) {
  if (web === "web-kit" && /^(@kaidan\/)?web-(shop|supplier|admin)\b/.test(target)) return "the kit knows no app";
  const from = /^web-[a-z]+\/src\/features\/([^/]+)\//.exec(file)?.[1];
  if (from && target.startsWith(`${web}/src/`)) {
    const to = /\/src\/features\/([^/]+)\//.exec(`${target}/`)?.[1];
    if (to && to !== from) return "a feature never imports a feature; the page composes";
    if (/\/src\/(pages|app)\//.test(target)) return "a feature is below pages and app";
  }
  const isPage = /^web-[a-z]+\/src\/pages\//.test(file) && !file.endsWith(".routes.tsx");
  if (isPage && target.startsWith(`${web}/src/app/`)) return "a page is below the app";
  return null;
}

/** What a file imports: paths from the root for its own web, names for packages. */
function importsOf(file) {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, specifier]) =>
    specifier.startsWith(".") ? normalize(join(dirname(file), specifier)).replaceAll("\\", "/") : specifier,
  );
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === "gql" ? [] : filesBelow(path);
    return /\.tsx?$/.test(name) ? [path.replaceAll("\\", "/")] : [];
  });
}
