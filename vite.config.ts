import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** `npm run dev` serves the pages with live changes and asks a server that listens at KEPT_URL. */
const server = process.env["KEPT_URL"] ?? "http://127.0.0.1:4400";

/** The best takes fourteen times as long and saves a fifteenth. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Beside each script and style the same made small, once and for all: the server sends what the browser understands. */
const small: Plugin = {
  name: "made-small",
  apply: "build",
  writeBundle({ dir = "" }, bundle) {
    for (const name of Object.keys(bundle).filter((one) => /\.(js|css)$/.test(one))) {
      const content = readFileSync(join(dir, name));
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, QUALITY));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
    }
  },
};

export default defineConfig({
  root: "src/web",
  plugins: [react(), small],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: false,
    sourcemap: true,
    chunkSizeWarningLimit: 1000,
    // What others wrote, whose licences ask that their names come with it.
    license: { fileName: "third-party.md" },
  },
  // The pages' own files that lie in a folder `api` are not asked of the server.
  server: { host: "127.0.0.1", proxy: { "^/(api|v1)(/(?!.*[.]tsx?([?]|$))|[?]|$)": server } },
});
