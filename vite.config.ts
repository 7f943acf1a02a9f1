import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** `npm run dev` serves the pages with live changes and asks a server that listens at KEPT_URL. */
const server = process.env["KEPT_URL"] ?? "http://127.0.0.1:4400";

export default defineConfig({
  root: "src/web",
  plugins: [react()],
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
