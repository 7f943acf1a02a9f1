import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./theme/theme.css";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { z } from "zod";
import { PICTURES } from "../report/page/style-pictures.ts";
import { App } from "./app.tsx";
import { printInLight } from "./theme/paper.ts";

// Pages may not make code of text, and need not try.
z.config({ jitless: true });

/** The number used once by which the server knows the styles that the page makes. */
const nonce = document.querySelector<HTMLMetaElement>("meta[name=style-nonce]")?.content ?? "";
setNonce(nonce);
const pictures = document.createElement("style");
pictures.nonce = nonce;
pictures.textContent = PICTURES;
document.head.append(pictures);
printInLight();

// A page that the browser kept for the way back may show what somebody who has signed out saw.
window.addEventListener("pageshow", ({ persisted }) => persisted && window.location.reload());

const place = document.querySelector("#kept");
if (place === null) throw new Error("the page has no place to show itself");
createRoot(place).render(
  <StrictMode>
    <App nonce={nonce} />
  </StrictMode>,
);
