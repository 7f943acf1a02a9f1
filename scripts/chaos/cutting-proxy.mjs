// Stands between two that speak over TCP or a socket in a folder, and now and then cuts what they say in two.
import { once } from "node:events";
import { connect, createServer } from "node:net";

/** `share`: of the pieces that pass, how many are cut while `cutting` holds. */
export async function cuttingProxy(target, share) {
  const proxy = { cutting: false, cuts: { asking: 0, answering: 0 }, port: 0, close };
  const open = new Set();
  const server = createServer((near) => {
    const far = connect(target);
    const both = [near, far];
    for (const end of both) {
      open.add(end);
      end.on("error", () => {});
      end.on("close", () => {
        open.delete(end);
        for (const other of both) other.destroy();
      });
    }
    pass(near, far, "asking");
    pass(far, near, "answering");
  });
  function pass(from, to, what) {
    from.on("data", (piece) => {
      if (!proxy.cutting || Math.random() >= share) {
        if (!to.write(piece)) {
          from.pause();
          to.once("drain", () => from.resume());
        }
        return;
      }
      proxy.cuts[what]++;
      from.pause();
      // A part of it arrives, then nothing more in either direction.
      to.write(piece.subarray(0, Math.floor(Math.random() * piece.length)), () => to.destroy());
      setTimeout(() => to.destroy(), 1000).unref();
    });
  }
  async function close() {
    const closed = once(server.close(), "close");
    for (const end of open) end.destroy();
    await closed;
  }
  await once(server.listen(0, "127.0.0.1"), "listening");
  proxy.port = server.address().port;
  return proxy;
}
