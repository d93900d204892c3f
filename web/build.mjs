// Builds each page into static files beside the Python that serves them; those are committed, so
// that nobody who runs Barometer needs Node. `npm ci && npm run build` must change nothing.
import { build } from "esbuild";
import { cpSync, rmSync } from "node:fs";

const pages = [
  { source: "playground", target: "../playground/page/static" },
  { source: "desk", target: "../bot/web/static" },
];

for (const { source, target } of pages) {
  rmSync(target, { recursive: true, force: true });
  await build({
    entryPoints: { page: `src/${source}/main.ts` },
    outdir: target,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "linked",
    logLevel: "info",
  });
  cpSync(`src/${source}/index.html`, `${target}/index.html`);
  cpSync("src/shared/favicon.svg", `${target}/favicon.svg`);
}
