/** The parts of a `multipart/form-data` body by name. Long parameters come so, not in the address. */
export function readMultipart(body: string, boundary: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const border = `--${boundary}`;
  let at = body.indexOf(border);
  while (at >= 0) {
    const head = at + border.length;
    const next = body.indexOf(`\r\n${border}`, head);
    const gap = body.indexOf("\r\n\r\n", head);
    if (next < 0 || gap < 0) break;
    const name = /\bname="([^"]*)"/.exec(body.slice(head, gap))?.[1];
    if (name !== undefined) parts.set(name, body.slice(gap + 4, next));
    at = next + 2;
  }
  return parts;
}

export function boundaryOf(contentType: string | undefined): string | undefined {
  return /^multipart\/form-data\s*;.*\bboundary="?([^";]+)/i.exec(contentType ?? "")?.[1];
}
