import { Problem } from "../../api/call.ts";

export interface Handed {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
}

/** Sends a file as it is, and tells how much of it has left; `fetch` cannot. Throws Problem. */
export function handIn(file: File, tell: (share: number) => void, stop: AbortSignal): Promise<Handed> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", `/api/sources/files?name=${encodeURIComponent(file.name)}`);
    call.setRequestHeader("content-type", "application/octet-stream");
    call.responseType = "json";
    call.upload.onprogress = ({ loaded, total }) => tell(total === 0 ? 0 : loaded / total);
    call.onload = () => {
      const said: unknown = call.response;
      if (call.status === 200) resolve(said as Handed);
      else {
        const { code, detail } = (said ?? {}) as { readonly code?: string; readonly detail?: string };
        reject(new Problem(call.status, code ?? "unknown", detail ?? `The server answered ${call.status}.`));
      }
    };
    call.onerror = () => reject(new Problem(0, "no-answer", "The file did not arrive: the server does not answer."));
    call.onabort = () => reject(new Problem(0, "stopped", "The file was not sent to its end."));
    stop.addEventListener("abort", () => call.abort());
    call.send(file);
  });
}
