// Bundles the extension into one file, so that the .vsix needs no node_modules.
import * as esbuild from "esbuild";

await esbuild.build({
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  minify: true,
  sourcemap: "linked",
  platform: "node",
  target: "node18",
  format: "cjs",
  external: ["vscode"],
  logLevel: "warning",
});

// The page of the Word preview runs in a browser.
await esbuild.build({
  entryPoints: { preview: "preview/main.ts", "preview-style": "preview/preview.css" },
  outdir: "dist",
  bundle: true,
  minify: true,
  target: "chrome120",
  format: "iife",
  logLevel: "warning",
});
