import type { z } from "zod";
import type { FILE } from "../../../server/sources/schemas.ts";
import { addressOf, Problem, problem } from "../../api/call.ts";

export type Handed = z.output<typeof FILE>;

/** Sends a file as it is, and tells how much of it has left; `fetch` cannot. Throws Problem. */
export function handIn(file: File, tell: (share: number) => void, stop: AbortSignal): Promise<Handed> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", addressOf("/api/sources/files", { name: file.name }));
    call.setRequestHeader("content-type", "application/octet-stream");
    call.responseType = "json";
    call.upload.onprogress = ({ loaded, total }) => tell(total === 0 ? 0 : loaded / total);
    call.onload = () => {
      if (call.status === 200) resolve(call.response as Handed);
      else reject(problem(call.status, call.response));
    };
    call.onerror = () => reject(new Problem(0, "no-answer", "The file did not arrive: the server does not answer."));
    call.onabort = () => reject(new Problem(0, "stopped", "The file was not sent to its end."));
    stop.addEventListener("abort", () => call.abort());
    call.send(file);
  });
}
